import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

import {createClient, type SanityClient} from '@sanity/client'

import {openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {lakeOptions} from '../../scripts/lake-options.ts'

/** A lake with the built Studio on a free port, in a directory of its own. */
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
  readonly close: () => Promise<void>
}

/** @param studioDirectory - The Studio as `vite build` left it */
export async function openNewsroom(studioDirectory: string): Promise<Newsroom> {
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
  return {
    url: served.url,
    administratorToken: lake.administratorToken,
    anonymous,
    editor: anonymous.withConfig({token: lake.administratorToken, perspective: 'raw'}),
    wiredesk: async (...commandLine) => {
      const program = fileURLToPath(new URL('../../scripts/wiredesk.ts', import.meta.url))
      const {stdout} = await promisify(execFile)(
        process.execPath,
        [program, ...commandLine, '--data', dataDirectory],
        {cwd: fileURLToPath(new URL('../..', import.meta.url))},
      )
      return stdout
    },
    close: async () => {
      await served.close()
      lake.close()
      await rm(dataDirectory, {recursive: true})
    },
  }
}
