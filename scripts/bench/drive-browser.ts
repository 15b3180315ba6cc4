import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {setTimeout} from 'node:timers/promises'

import {isFields} from '../../schemas/rules/narrow.ts'
import {chromiumOptions} from '../../studio/testing/chromium.ts'

/**
 * A browser with one page, as it stands on somebody's desk. Playwright would not do here: it listens to everything that a page loads, and that alone made an opening about a third of a
 * second slower (six openings each, 2026-11-29).
 */
export interface DrivenBrowser {
  /** Goes to an address; comes back before anything of it is there */
  readonly open: (address: string) => Promise<void>
  /** @returns What the expression gives in the page; `undefined` while there is none */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** Presses one key, a letter */
  readonly press: (letter: string) => Promise<void>
  /** Processor time of the page's main thread so far, in milliseconds */
  readonly work: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A browser is busy with itself after its start, for so many milliseconds. */
const RESTLESS = 2500

/** @param profile - The folder in which it keeps what it has learned */
export async function driveBrowser(profile: string): Promise<DrivenBrowser> {
  const {executablePath, args} = chromiumOptions()
  const chromium = spawn(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--window-size=1440,900',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    {stdio: ['ignore', 'ignore', 'pipe']},
  )
  const ended = once(chromium, 'exit')
  const socket = new WebSocket(await readAddress(createInterface(chromium.stderr)))
  await once(socket, 'open')
  const answers = new Map<number, (answer: Readonly<Record<string, unknown>>) => void>()
  socket.addEventListener('message', ({data}) => {
    const message: unknown = JSON.parse(String(data))
    if (!isFields(message) || typeof message['id'] !== 'number') return
    answers.get(message['id'])?.(message)
    answers.delete(message['id'])
  })
  let sent = 0

  /** @returns Nothing where the browser has an error instead: the page is another one by now */
  async function ask(method: string, params: object = {}, sessionId?: string) {
    const id = ++sent
    const answer = new Promise<Readonly<Record<string, unknown>>>((resolve) => {
      answers.set(id, resolve)
    })
    socket.send(JSON.stringify({id, method, params, sessionId}))
    const {result} = await answer
    return isFields(result) ? result : {}
  }

  const {targetInfos} = await ask('Target.getTargets')
  const page = list(targetInfos).find(({type}) => type === 'page')
  const {sessionId} = await ask('Target.attachToTarget', {
    targetId: page?.['targetId'],
    flatten: true,
  })
  const askPage = (method: string, params?: object) => ask(method, params, String(sessionId))
  await askPage('Performance.enable', {timeDomain: 'threadTicks'})
  await setTimeout(RESTLESS)

  return {
    async open(url) {
      await askPage('Page.navigate', {url})
    },
    async evaluate(expression) {
      const {result} = await askPage('Runtime.evaluate', {expression, returnByValue: true})
      return isFields(result) ? result['value'] : undefined
    },
    async press(letter) {
      await askPage('Input.dispatchKeyEvent', {type: 'keyDown', key: letter, text: letter})
      await askPage('Input.dispatchKeyEvent', {type: 'keyUp', key: letter})
    },
    async work() {
      const {metrics} = await askPage('Performance.getMetrics')
      const task = list(metrics).find(({name}) => name === 'TaskDuration')
      return Number(task?.['value'] ?? 0) * 1000
    },
    async close() {
      socket.send(JSON.stringify({id: ++sent, method: 'Browser.close'}))
      await ended
      socket.close()
    },
  }
}

/** `DevTools listening on ws://127.0.0.1:40123/devtools/browser/…` */
async function readAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /ws:\/\/\S{10,200}/u.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('Cannot drive Chromium: it ended without saying where it listens')
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}
