import type {SanityClient} from '@sanity/client'
import type {SchemaTypeDefinition, ValidationContext} from '@sanity/types'

import {gateRules} from '../../schemas/documents/article/article-validation.ts'
import {checkArticle} from '../../schemas/rules/check-article.ts'
import type {CheckContext} from '../../schemas/rules/check-context.ts'
import {fieldPath} from '../../schemas/rules/field-path.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import type {Problem} from '../../schemas/rules/problem.ts'
import {SENTENCES} from '../texts/desk-text-bundles.ts'
import {timeLocale} from '../texts/time-locale.ts'
import {translateSentence} from '../texts/translate-sentence.ts'
import {readForRules} from './rules-context.ts'

/**
 * The article type with the rules shown at its fields while an editor works, in the place of its own validation: here they know what
 * stands around the article, such as the publication's limits and the sources.
 */
export function withRulesAtFields<Type extends SchemaTypeDefinition>(type: Type): Type {
  return {
    ...type,
    validation: (rule: RuleBuilder) => [
      rule.custom(judge('error')),
      rule.custom(judge('warning')).warning(),
      rule.custom(judge('info')).info(),
    ],
  }
}

/** The part of Sanity's rule that is used here; a document's own is typed by the document. */
interface RuleBuilder {
  custom(check: ReturnType<typeof judge>): RuleBuilder
  warning(): RuleBuilder
  info(): RuleBuilder
}

function judge(severity: Problem['severity']) {
  return async (article: unknown, {getClient, i18n}: ValidationContext) => {
    const id = textOf(article, '_id').replace(/^drafts\./u, '')
    if (id === '') return true
    const client = getClient({apiVersion: '2025-02-19'})
    const problems = checkArticle(article, await surroundings(client, id))
    await i18n.loadNamespaces([SENTENCES])
    const marked = problems
      .filter((problem) => problem.severity === severity && !gateRules.has(problem.rule))
      .map(({message, path}) => ({
        // A command that validates outside of the Studio has English alone
        message: translateSentence(message, {
          say: (key, values, english) =>
            i18n.t(key, {...values, ns: SENTENCES, defaultValue: english}),
          locale: timeLocale(i18n.currentLocale.id),
        }),
        path: fieldPath(path),
      }))
    return marked.length === 0 ? true : marked
  }
}

/** How long what stands around an article is taken as read, in milliseconds: the form asks at every keystroke. */
const KEPT_FOR = 10_000

let kept: {id: string; until: number; context: Promise<CheckContext>} | undefined

function surroundings(client: SanityClient, id: string): Promise<CheckContext> {
  const now = new Date()
  if (kept?.id === id && kept.until > now.getTime()) return kept.context
  const context = readForRules(client, [id], now.toISOString()).then(
    // Sanity's own check of a slug field follows the keystrokes
    ([read]) => ({now: now.toISOString(), ...read?.context, slugTaken: false}),
  )
  kept = {id, until: now.getTime() + KEPT_FOR, context}
  context.catch(() => {
    kept = undefined
  })
  return context
}
