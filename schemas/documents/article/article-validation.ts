import type {DocumentRule} from '@sanity/types'

import {checkArticle} from '../../rules/check-article.ts'
import {type FieldPath, fieldPath} from '../../rules/field-path.ts'
import type {Problem} from '../../rules/problem.ts'

/**
 * Judged by the publish and schedule actions, by the clock and the record as they are then: a form is checked when its
 * document changes, not when an hour passes.
 */
export const gateRules: ReadonlySet<string> = new Set([
  'notBeforeEmbargo',
  'embargoUnderstood',
  'overrideExplained',
  'noLegalHold',
  'notKilledAtSource',
  'revivalExplained',
])

/**
 * The rules that need nothing but the article, shown at its fields. They are set here and at no field, so that a Studio that
 * knows more (the publication's limits, the sources) can put its own in their place without saying things twice.
 */
export function articleValidation(rule: DocumentRule): DocumentRule[] {
  return [
    rule.custom(problemsOf('error')),
    rule.custom(problemsOf('warning')).warning(),
    rule.custom(problemsOf('info')).info(),
  ]
}

/** The problems of one severity as a Sanity validator gives them. */
export function problemsOf(
  severity: Problem['severity'],
): (article: unknown) => true | {message: string; path: FieldPath}[] {
  return (article) => {
    // The rules of time are left out, so that no instant is asked for
    const problems = checkArticle(article, {now: ''})
      .filter((problem) => problem.severity === severity && !gateRules.has(problem.rule))
      .map(({message, path}) => ({message, path: fieldPath(path)}))
    return problems.length === 0 || problems
  }
}
