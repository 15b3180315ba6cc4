import type {BoilerplateRule} from './boilerplate-rule.ts'
import type {Publication} from './publication.ts'

export interface CompiledRule {
  readonly rule: BoilerplateRule
  /** Anchored at both ends */
  readonly pattern: RegExp
  /** Anchored at the start alone; a word of the story must follow */
  readonly opening: RegExp
}

const MESSENGERS =
  '(?:Telegram|WhatsApp|Signal|Viber|Threema|Facebook(?: Messenger)?|Messenger|Twitter|X|Instagram|Threads|TikTok|YouTube|LinkedIn|WeChat|LINE|Line|Mastodon|Bluesky|Snapchat|Pinterest|Reddit)'
/** A name that no data knows: up to four words that begin with a capital. */
const ANY_PAPER =
  "(?:The )?\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,24}(?: (?:of )?\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,24}){0,3}"

const compiled = new WeakMap<readonly BoilerplateRule[], Map<string, readonly CompiledRule[]>>()

const unions = new WeakMap<readonly CompiledRule[], RegExp | null>()

/**
 * One expression for a whole list of rules: most texts are met by none, and one look tells.
 *
 * @returns `false` when no rule of the list can take the text
 */
export function mayMatch(rules: readonly CompiledRule[], text: string): boolean {
  let union = unions.get(rules)
  if (union === undefined) {
    union = uniteRules(rules)
    unions.set(rules, union)
  }
  return union === null || union.test(text)
}

/** `null` when the rules cannot be put into one expression, because one of them counts its groups. */
function uniteRules(rules: readonly CompiledRule[]): RegExp | null {
  if (rules.some(({rule}) => /\\(?:[1-9]|k<)/u.test(rule.pattern))) return null
  const sources = rules.map(({pattern}) => pattern.source.replaceAll(/\(\?<\w{1,30}>/gu, '(?:'))
  return new RegExp(sources.join('|') || '(?!)', 'u')
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
      opening: new RegExp(`^(?:${source})\\s+(?=["“'‘]?[\\p{Lu}\\p{N}])`, 'u'),
    }
  } catch (cause) {
    throw new SyntaxError(
      `Cannot use boilerplate rule "${rule.name}": its pattern is no regular expression; correct it or switch the rule off`,
      {cause},
    )
  }
}
