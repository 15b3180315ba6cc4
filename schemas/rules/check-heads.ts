import {namedAgencies} from './agency-names.ts'
import type {CheckContext} from './check-context.ts'
import {
  HEADLINE_LIMIT,
  headlineNoFullStop,
  headlineNoResidue,
  headlineNotAllCapitals,
  headlineNotFirstSentence,
  headlinePresent,
  headlineWithinLimit,
} from './headline.ts'
import {itemPath, judge} from './judge.ts'
import {keyPointBorneOut} from './key-point-facts.ts'
import {keyPointNoFurniture} from './key-point-furniture.ts'
import {supportUnchanged} from './key-point-support.ts'
import {
  KEY_POINT_LIMIT,
  keyPointCount,
  keyPointNotRepeated,
  keyPointPresent,
  keyPointWithinLimit,
} from './key-points.ts'
import {itemsOf, numberOf, type Fields} from './narrow.ts'
import type {Problem} from './problem.ts'
import {currentSources, parsedSnapshot} from './source-documents.ts'

/** Headline and key points. */
export function checkHeads(article: Fields, context: CheckContext): readonly Problem[] {
  const {headline, body} = article
  const limit = numberOf(context.publication, 'headlineLimit') ?? HEADLINE_LIMIT
  const agencies = namedAgencies(context.agencies)
  return [
    ...judge('error', 'headlinePresent', 'headline', headlinePresent(headline)),
    ...judge('error', 'headlineNotAllCapitals', 'headline', headlineNotAllCapitals(headline)),
    ...judge('error', 'headlineNoFullStop', 'headline', headlineNoFullStop(headline)),
    ...judge('warning', 'headlineWithinLimit', 'headline', headlineWithinLimit(headline, limit)),
    ...judge(
      'warning',
      'headlineNotFirstSentence',
      'headline',
      headlineNotFirstSentence(headline, body),
    ),
    ...judge('warning', 'headlineNoResidue', 'headline', headlineNoResidue(headline, agencies)),
    ...judge('error', 'keyPointCount', 'keyPoints', keyPointCount(article['keyPoints'])),
    ...itemsOf(article, 'keyPoints').flatMap((point, index) =>
      checkKeyPoint(point, itemPath('keyPoints', point, index), article, context),
    ),
  ]
}

function checkKeyPoint(
  point: Fields,
  itsPath: string,
  article: Fields,
  context: CheckContext,
): readonly Problem[] {
  const path = `${itsPath}.text`
  const limit = numberOf(context.publication, 'keyPointLimit') ?? KEY_POINT_LIMIT
  const agencies = namedAgencies(context.agencies)
  const [source] = currentSources(context.sources ?? [])
  const earlier = context.published ?? parsedSnapshot(source)
  return [
    ...judge('error', 'keyPointPresent', path, keyPointPresent(point)),
    ...judge('error', 'keyPointNoFurniture', path, keyPointNoFurniture(point, agencies)),
    ...judge('warning', 'keyPointWithinLimit', path, keyPointWithinLimit(point, limit)),
    ...judge('warning', 'keyPointNotRepeated', path, keyPointNotRepeated(point, article)),
    ...judge('warning', 'keyPointBorneOut', path, keyPointBorneOut(point, article['body'])),
    ...judge('warning', 'supportUnchanged', path, supportUnchanged(point, article, earlier)),
  ]
}
