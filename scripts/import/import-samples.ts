import type {SanityClient} from '@sanity/client'

import type {World} from '../command.ts'
import {projectFile} from '../project-file.ts'
import {countsInWords} from './import-report.ts'
import {runImport} from './run-import.ts'
import {sendTransaction} from './send-transaction.ts'
import {findCopies} from './sources/find-copies.ts'
import {openCopies} from './sources/open-copies.ts'

/** Fills a dataset that holds no article with the samples, so that a newcomer's desk is not empty. */
export async function importSamples(client: SanityClient, world: World): Promise<void> {
  const articles: unknown = await client.fetch(
    /* groq */ `count(*[_type == "article"])`,
    {},
    {perspective: 'raw'},
  )
  if (articles !== 0) return
  const {counts} = await runImport(client, {
    copies: openCopies(await findCopies([projectFile('samples')]), {
      large: false,
      stdin: world.stdin,
    }),
    inputs: ['samples'],
    run: world.newId(),
    startedAt: world.now().toISOString(),
    finishedAt: () => world.now().toISOString(),
    dryRun: false,
    publication: 'hh',
    large: false,
    stop: world.stop,
    send: sendTransaction(client),
    onItem: ({reason}) => {
      if (reason !== undefined) world.stderr(reason)
    },
  })
  world.stderr(`Filled the empty dataset with samples: ${countsInWords(counts)}.`)
}
