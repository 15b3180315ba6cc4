import type {BoilerplateRule} from '../../ingest/publications/boilerplate-rule.ts'
import {BOILERPLATE_RULES} from '../../ingest/publications/boilerplate-rules.ts'
import {FIRST_RELEASE} from '../../ingest/publications/first-release.ts'
import {ruleFields, ruleMark} from '../../ingest/seed-documents.ts'
import type {PlannedMutation} from './planned-mutation.ts'

/** A rule as the dataset has it. */
export interface StoredRule {
  readonly id: string
  readonly revision: string
  readonly rule: BoilerplateRule
  /** An editor is at work on it */
  readonly hasDraft: boolean
  /** Mark of the rule as it was shipped; absent in datasets of the first release */
  readonly shippedAs?: string
}

/**
 * The built-in rules that are newer than the dataset's and may take their place: nobody has changed what was shipped, and nobody is about to.
 * Whether a rule is switched off, and how often it was put back, stays as it is.
 */
export function raisedRules(
  stored: readonly StoredRule[],
): ReadonlyMap<StoredRule, BoilerplateRule> {
  const raised = new Map<StoredRule, BoilerplateRule>()
  for (const one of stored) {
    const builtIn = BOILERPLATE_RULES.find(({name}) => name === one.rule.name)
    if (!builtIn || one.rule.version >= builtIn.version || one.hasDraft) continue
    if (isUntouched(one)) raised.set(one, builtIn)
  }
  return raised
}

function isUntouched({rule, shippedAs}: StoredRule): boolean {
  const first = FIRST_RELEASE.find(({name}) => name === rule.name)
  return ruleMark(rule) === (shippedAs ?? (first && ruleMark(first)))
}

/** Fails as a whole when somebody edits the rule in between: then the next import looks again. */
export function raiseMutation(
  {id, revision}: StoredRule,
  builtIn: BoilerplateRule,
): PlannedMutation {
  return {patch: {id, ifRevisionID: revision, set: ruleFields(builtIn)}}
}
