import type {BoilerplateRule} from './boilerplate-rule.ts'
import {openingOf} from './opening-of.ts'
import type {Publication} from './publication.ts'

export interface CompiledRule {
  readonly rule: BoilerplateRule
  /** Anchored at both ends */
  readonly pattern: RegExp
  /** Anchored at the start alone; a word of the story must follow */
  readonly opening: RegExp
  /** Which character the text begins with */
  readonly begins: RegExp
}

const MESSENGERS =
  '(?:Telegram|WhatsApp|Signal|Viber|Threema|Facebook(?: Messenger)?|Messenger|Twitter|X|Instagram|Threads|TikTok|YouTube|LinkedIn|WeChat|LINE|Line|Mastodon|Bluesky|Snapchat|Pinterest|Reddit)'
/** A name that no data knows: up to four words that begin with a capital. */
const PAPER_WORD = "(?:\\p{Lu}(?:[\\p{L}\\p{N}&’'-]|\\.(?=\\p{L})){0,24}|St\\.)"
const ANY_PAPER = `(?:The )?${PAPER_WORD}(?: (?:of )?${PAPER_WORD}){0,3}`

const compiled = new WeakMap<readonly BoilerplateRule[], Map<string, readonly CompiledRule[]>>()

const byFirst = new WeakMap<readonly CompiledRule[], Map<string, readonly CompiledRule[]>>()
/** Texts begin with few characters; the bound is for copy that is none. */
const MOST_CHARACTERS = 300

/** The rules of a list that can take a text which begins as this one does: a few of many. */
export function likelyRules(rules: readonly CompiledRule[], text: string): readonly CompiledRule[] {
  const known = byFirst.get(rules) ?? new Map<string, readonly CompiledRule[]>()
  byFirst.set(rules, known)
  const first = text.slice(0, 1)
  const likely = known.get(first)
  if (likely) return likely
  const [character = ''] = text
  const found = rules.filter(({begins}) => begins.test(character))
  if (known.size < MOST_CHARACTERS && character === first) known.set(first, found)
  return found
}

/**
 * Fills the slots of the rules that hold for a publication.
 *
 * @param publication - Where the copy was printed; without one only the rules for all papers hold
 * @throws SyntaxError naming the rule whose pattern is no regular expression
 */
export function compileRules(
  rules: readonly BoilerplateRule[],
  publication: Publication | undefined,
): readonly CompiledRule[] {
  const byPublication = compiled.get(rules) ?? new Map<string, readonly CompiledRule[]>()
  compiled.set(rules, byPublication)
  const code = publication?.code ?? ''
  const known = byPublication.get(code)
  if (known) return known
  const fresh = rules
    .filter((rule) => rule.publication === undefined || rule.publication === code)
    .map(compileRule)
  byPublication.set(code, fresh)
  return fresh
}

function compileRule(rule: BoilerplateRule): CompiledRule {
  const source = rule.pattern
    .replaceAll('{paper}', `(?:${ANY_PAPER})`)
    .replaceAll('{messenger}', MESSENGERS)
  try {
    return {
      rule,
      pattern: new RegExp(`^(?:${source})$`, 'u'),
      begins: openingOf(source),
      opening: new RegExp(`^(?:${source})\\s+(?=["“'‘]?[\\p{Lu}\\p{N}])`, 'u'),
    }
  } catch (cause) {
    throw new SyntaxError(
      `Cannot use boilerplate rule "${rule.name}": its pattern is no regular expression; correct it or switch the rule off`,
      {cause},
    )
  }
}
