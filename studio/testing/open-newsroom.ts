import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {inject} from 'vitest'

import {openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {lakeOptions} from '../../scripts/lake-options.ts'
import {launchChromium} from './chromium.ts'
import {type DeskPage, openDeskPage} from './open-desk-page.ts'

/** A lake with the built Studio on a free port, in a directory of its own, and a browser to open it. */
export interface Newsroom {
  /** Such as `http://127.0.0.1:40123` */
  readonly url: string
  readonly administratorToken: string
  /** Reads as any frontend may: without a token */
  readonly anonymous: SanityClient
  /** Writes and reads as the administrator, raw */
  readonly editor: SanityClient
  /** Runs `wiredesk` against this lake and gives what it wrote to stdout */
  readonly wiredesk: (...commandLine: string[]) => Promise<string>
  /** What `wiredesk query` answers */
  readonly query: (groq: string) => Promise<unknown>
  /** Adds an editor of this name and gives a token of theirs */
  readonly addEditor: (name: string) => Promise<string>
  /**
   * Opens the desk in a tab with a storage of its own.
   *
   * @param token - Of who opens it: the administrator, unless it is given; `''` is a bare visit
   */
  readonly openDesk: (token?: string) => Promise<DeskPage>
  /** An empty tab of the same browser, as another website has it */
  readonly openPage: () => Promise<Page>
  /** Ends the browser and the lake and takes the directory away */
  readonly close: () => Promise<void>
}

/** @param studioDirectory - The Studio as `vite build` left it; the one that was built for this run, unless it is given */
export async function openNewsroom(studioDirectory = inject('studioDirectory')): Promise<Newsroom> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'wiredesk-newsroom-'))
  const lake = openLake({...lakeOptions, dataDirectory, studioDirectory, evaluation: 'apart'})
  const served = await serveLake(lake, {port: 0, host: '127.0.0.1'})
  const anonymous = createClient({
    projectId: 'wiredesk',
    dataset: 'production',
    apiHost: served.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
  })
  let launched: Promise<Browser> | undefined
  const browser = () => (launched ??= launchChromium())
  const {administratorToken} = lake
  const editor = anonymous.withConfig({token: administratorToken, perspective: 'raw'})
  const wiredesk = async (...commandLine: readonly string[]) => {
    const program = fileURLToPath(new URL('../../scripts/wiredesk.ts', import.meta.url))
    const {stdout} = await promisify(execFile)(
      process.execPath,
      [program, ...commandLine, '--data', dataDirectory],
      {cwd: fileURLToPath(new URL('../..', import.meta.url))},
    )
    return stdout
  }
  return {
    url: served.url,
    administratorToken,
    anonymous,
    editor,
    wiredesk,
    query: async (groq) => JSON.parse(await wiredesk('query', groq)),
    addEditor: async (name) => {
      const id = name.toLowerCase().replaceAll(' ', '-')
      await editor.request({url: '/wiredesk/users', body: {id, name}})
      const {token}: {token: string} = await editor.request({
        url: '/wiredesk/tokens',
        body: {userId: id},
      })
      return token
    },
    openDesk: async (token = administratorToken) =>
      openDeskPage(await browser(), {url: served.url, token}),
    openPage: async () => (await browser()).newPage(),
    close: async () => {
      await (await launched)?.close()
      await served.close()
      lake.close()
      await rm(dataDirectory, {recursive: true})
    },
  }
}
