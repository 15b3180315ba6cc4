import {setTimeout as wait} from 'node:timers/promises'

import type {SanityClient} from '@sanity/client'

import {listOfArticles, listParameters} from './measured-queries.ts'

/** What an editor's requests took, in milliseconds. */
export interface DeskTimes {
  readonly edits: number[]
  readonly publishes: number[]
  readonly queries: number[]
}

/** Milliseconds between two batches that the Studio sends while somebody types. */
const PACE = 1000

const PREVIEW = '*[_id in $ids]{_id, _type, headline, "section": section->name}'

/**
 * Types into one article as the Studio does: a batch of edits a second, after each the queries of its list and its preview, now and then a publish.
 *
 * @param sent - Hears of each transaction just before it goes out
 */
export async function typeAtDesk(
  client: SanityClient,
  {
    editor,
    rounds,
    sent,
    times,
  }: {
    readonly editor: number
    readonly rounds: number
    readonly sent: (transactionId: string) => void
    readonly times: DeskTimes
  },
): Promise<void> {
  const publishedId = `article-${String(editor).padStart(7, '0')}`
  const draftId = `drafts.${publishedId}`
  await wait(Math.round((editor * PACE) / 50))
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    const publishes = round % 10 === 9
    const transactionId = `load-${editor}-${round}`
    sent(transactionId)
    if (publishes) {
      await timed(times.publishes, () =>
        client.action(
          {actionType: 'sanity.action.document.publish', draftId, publishedId},
          {transactionId},
        ),
      )
    } else {
      await timed(times.edits, () =>
        client.action(
          typedText(round).map((patch) => ({
            actionType: 'sanity.action.document.edit' as const,
            draftId,
            publishedId,
            patch,
          })),
          {transactionId},
        ),
      )
    }
    await timed(times.queries, () =>
      client.fetch(listOfArticles, listParameters, {perspective: 'drafts'}),
    )
    await timed(times.queries, () =>
      client.fetch(PREVIEW, {ids: [publishedId]}, {perspective: 'drafts'}),
    )
    await wait(Math.max(0, PACE - (performance.now() - begun)))
  }
}

/** A guard and a few letters more at the start of the first paragraph. */
function typedText(round: number) {
  const text = 'body[_key=="b0"].children[_key=="b0s0"].text'
  return [
    {unset: ['_empty_action_guard_pseudo_field_']},
    {diffMatchPatch: {[text]: `@@ -0,0 +1,6 @@\n+typed${round % 10}\n`}},
  ]
}

async function timed(into: number[], act: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await act()
  into.push(performance.now() - start)
}
