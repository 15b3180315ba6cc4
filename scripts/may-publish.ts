import type {PublishGuard} from '../lake/schedule/publish-guard.ts'
import {blockingProblems, checkArticle} from '../schemas/rules/check-article.ts'
import {referenceOf, textOf} from '../schemas/rules/narrow.ts'
import {buildPublishRequest} from '../studio/publish/publish-request.ts'

/**
 * The desk's gate for what is published by the clock: an article that is under embargo, killed, on legal hold or not fit to print is held back; one that goes out gets the times of
 * its life, as the publish button gives them. Other documents go out as they are.
 */
export const mayPublish: PublishGuard = (document, {now, related}) => {
  if (document._type !== 'article') return {}
  const published = related.find(({_id}) => _id === document._id)
  const ofType = (type: string) => related.filter(({_type}) => _type === type)
  const [problem] = blockingProblems(
    checkArticle(document, {
      now,
      published,
      record: ofType('articleRecord').find(
        (record) => referenceOf(record, 'article') === document._id,
      ),
      sources: ofType('sourceText'),
      contributors: ofType('contributor'),
      publication: related.find(({_id}) => _id === referenceOf(document, 'publication')),
    }),
  )
  if (problem !== undefined) {
    return `"${textOf(document, 'headline') || document._id}" was held back: ${problem.message}`
  }
  const draft = {...document, _id: `drafts.${document._id}`}
  const [{patch}] = buildPublishRequest(draft, published, now)
  return patch.set ?? {}
}
