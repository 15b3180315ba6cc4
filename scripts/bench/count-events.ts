import {Agent, type ClientRequest, get} from 'node:http'

/** Open listeners, each on a connection of its own, with how long events took to reach them. */
export interface CountedListeners {
  /** Notes that a transaction is sent now */
  readonly sent: (transactionId: string) => void
  /** Milliseconds from sending a transaction to each event of it */
  readonly latencies: readonly number[]
  /** How many the lake has cut off by itself */
  readonly cut: () => number
  readonly close: () => void
}

export interface WantedListener {
  /** Path and parameters of the lake's listen route */
  readonly path: string
  readonly token: string | undefined
}

/** Opens listeners at a lake; resolves when each has been greeted. */
export async function openCountedListeners(
  url: string,
  wanted: readonly WantedListener[],
): Promise<CountedListeners> {
  const agent = new Agent({maxSockets: Number.POSITIVE_INFINITY})
  const times = new Map<string, number>()
  const latencies: number[] = []
  let cut = 0
  const end = (): void => {
    cut++
  }
  const note = (transactionId: string): void => {
    const start = times.get(transactionId)
    if (start !== undefined) latencies.push(performance.now() - start)
  }
  const requests = await Promise.all(
    wanted.map(({path, token}) => openListener(new URL(path, url), token, agent, {note, end})),
  )
  return {
    sent: (transactionId) => {
      times.set(transactionId, performance.now())
    },
    latencies,
    cut: () => cut,
    close() {
      for (const request of requests) request.destroy()
      agent.destroy()
    },
  }
}

// `id: load-12-3#drafts.article-0000012`
const EVENT = /^id: (?<transaction>[^#\n]+)#/gmu

function openListener(
  url: URL,
  token: string | undefined,
  agent: Agent,
  {note, end}: {readonly note: (transactionId: string) => void; readonly end: () => void},
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : {authorization: `Bearer ${token}`}
    const request = get(url, {agent, headers}, (answer) => {
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('error', () => undefined)
      answer.on('end', end)
      answer.on('data', (text: string) => {
        resolve(request)
        const cutAt = (rest + text).lastIndexOf('\n\n')
        const whole = (rest + text).slice(0, Math.max(cutAt, 0))
        rest = (rest + text).slice(Math.max(cutAt, 0))
        for (const {groups} of whole.matchAll(EVENT)) note(groups?.['transaction'] ?? '')
      })
    })
    request.on('error', reject)
  })
}
