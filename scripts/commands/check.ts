import type {SanityClient} from '@sanity/client'

import {checkArticle} from '../../schemas/rules/check-article.ts'
import {readForRules} from '../../studio/publish/rules-context.ts'
import type {Command} from '../command.ts'
import {readTexts} from '../narrow.ts'
import {openTarget, targetOptions} from '../target.ts'

/** Articles that are read at once. */
const PAGE = 100

/** The rules of the desk over every article, drafts before what readers see. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Checks every article against the rules; prints one JSON line a problem',
  usage: 'check [--errors]',
  options: {
    ...targetOptions,
    errors: {type: 'boolean', help: 'Only what stops publishing'},
  },

  async run(world, values) {
    const target = await openTarget(values, world)
    const found = {articles: 0, error: 0, warning: 0, info: 0}
    try {
      for await (const ids of articleIds(target.client)) {
        if (world.stop.aborted) break
        const articles = await readForRules(target.client, ids, world.now().toISOString())
        found.articles += articles.length
        for (const {id, draft, context} of articles) {
          for (const problem of checkArticle(draft ?? context.published, context)) {
            found[problem.severity] += 1
            if (problem.severity === 'error' || values['errors'] !== true) {
              world.stdout(JSON.stringify({article: id, ...problem}))
            }
          }
        }
      }
    } finally {
      await target.close()
    }
    const {articles, error, warning, info} = found
    world.stderr(
      `Checked ${articles} articles in ${target.name}: ${error} errors, ${warning} warnings, ${info} remarks.`,
    )
    return error === 0 ? 0 : 1
  },
}

/** Ids of all articles by the page, once each, without `drafts.`. */
async function* articleIds(client: SanityClient): AsyncGenerator<readonly string[]> {
  let last = ''
  let page: readonly string[]
  do {
    page = readTexts(
      await client.fetch(
        // in `drafts`, draft and published document are one, under the published id
        /* groq */ `*[_type == "article" && _id > $last] | order(_id) [0...${PAGE}]._id`,
        {last},
        {perspective: 'drafts', tag: 'check.ids'},
      ),
    )
    yield page
    last = page.at(-1) ?? last
  } while (page.length === PAGE)
}
