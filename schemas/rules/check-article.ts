import type {CheckContext} from './check-context.ts'
import {checkCredits} from './check-credits.ts'
import {checkHeads} from './check-heads.ts'
import {checkProvenance} from './check-provenance.ts'
import {correctionComplete} from './correction.ts'
import {embargoUnderstood, notBeforeEmbargo} from './embargo.ts'
import {itemPath, judge} from './judge.ts'
import {isKilled, notKilledAtSource, revivalExplained, tombstoneReadable} from './kill.ts'
import {noLegalHold} from './legal-hold.ts'
import {fieldOf, isFields, itemsOf, type Fields} from './narrow.ts'
import type {Problem} from './problem.ts'
import {notBeforeFirstPublished} from './publication-times.ts'
import {slugFree, slugKept, slugPresent} from './slug.ts'

/**
 * Runs every rule over an article: the same for the form, for the publish and schedule actions and for the `check` command.
 * Of a killed story only its tombstone is judged. Never throws, whatever the documents hold.
 *
 * @param article - The draft, or the published document, as stored
 * @returns What stops publishing (`error`), should be looked at (`warning`) or is worth knowing (`info`), in the order
 *   of the form; empty when all is well
 */
export function checkArticle(article: unknown, context: CheckContext): readonly Problem[] {
  const fields = isFields(article) ? article : {}
  if (isKilled(fields)) {
    return judge('error', 'tombstoneReadable', 'kill.readerText', tombstoneReadable(fields))
  }
  return [
    ...checkHeads(fields, context),
    ...checkCredits(fields, context),
    ...checkRelease(fields, context),
    ...checkProvenance(fields, context),
    ...checkAddress(fields, context),
    ...checkLife(fields, context),
  ]
}

/** The problems that stop publishing. */
export function blockingProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({severity}) => severity === 'error')
}

function checkRelease(article: Fields, {now, record}: CheckContext): readonly Problem[] {
  const {embargo} = article
  const clearance = fieldOf(record, 'embargoClearance')
  return [
    ...judge('error', 'notBeforeEmbargo', 'embargo', notBeforeEmbargo(now, embargo, clearance)),
    ...judge('error', 'embargoUnderstood', 'embargo', embargoUnderstood(embargo, clearance)),
    ...judge('error', 'noLegalHold', '', noLegalHold(record)),
  ]
}

function checkAddress(
  article: Fields,
  {slugTaken = false, published}: CheckContext,
): readonly Problem[] {
  const {slug} = article
  return [
    ...judge('error', 'slugPresent', 'slug', slugPresent(slug)),
    ...judge('error', 'slugFree', 'slug', slugFree(slug, slugTaken)),
    ...judge('info', 'slugKept', 'slug', slugKept(article, published)),
  ]
}

function checkLife(article: Fields, {record, published}: CheckContext): readonly Problem[] {
  return [
    ...judge('error', 'notBeforeFirstPublished', 'publishedAt', notBeforeFirstPublished(article)),
    ...itemsOf(article, 'corrections').flatMap((entry, index) =>
      judge(
        'error',
        'correctionComplete',
        itemPath('corrections', entry, index),
        correctionComplete(entry),
      ),
    ),
    ...judge('error', 'notKilledAtSource', '', notKilledAtSource(record)),
    ...judge('error', 'revivalExplained', 'kill', revivalExplained(article, published, record)),
  ]
}
