import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'

import {openLake} from '../../lake/lake.ts'
import {lakeOptions} from '../../scripts/lake-options.ts'
import {createLocalClient} from '../../scripts/target.ts'

/** A lake in this process, for what the desk asks of one; `client` is its administrator's and reads raw. */
export interface TestLake {
  readonly client: SanityClient
  readonly close: () => Promise<void>
}

export async function openTestLake(): Promise<TestLake> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'wiredesk-desk-'))
  const lake = openLake({...lakeOptions, dataDirectory})
  return {
    client: createLocalClient({url: 'http://127.0.0.1', token: lake.administratorToken}).withConfig(
      {
        resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
      },
    ),
    close: async () => {
      lake.close()
      await rm(dataDirectory, {recursive: true})
    },
  }
}
