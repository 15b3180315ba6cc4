/** What a part of an expression may begin with: sources of single characters or classes; `isOptional` when it may match nothing. */
interface Opening {
  readonly characters: readonly string[]
  readonly isOptional: boolean
}

const ANY: Opening = {characters: ['[^]'], isOptional: false}
const NOTHING: Opening = {characters: [], isOptional: true}
const LITERAL = /[^\\[\](){}^$.|?*+]/uy
const ESCAPE =
  /\\(?:p\{[^}]{1,40}\}|P\{[^}]{1,40}\}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]{1,6}\}|[dDsSwWnrtfv]|[^\p{L}\p{N}])/uy
const CLASS = /\[(?:[^\\\]]|\\[^]){0,400}\]/uy
const QUANTIFIER = /(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})\??/uy
const GROUP = /\((?:\?:|\?<\w{1,30}>)?(?!\?)/uy
const LOOK_AROUND = /\((?:\?=|\?!|\?<=|\?<!)/uy

/**
 * Which characters a text can begin with if an expression is to match it from its start on.
 *
 * @param source - A regular expression (flag `u`) that compiles, without a leading `^`
 * @returns An expression for the first character; one that takes any where nothing can be said
 */
export function openingOf(source: string): RegExp {
  const {characters, isOptional} = new OpeningReader(source).read()
  return new RegExp(`^(?:${isOptional ? '' : characters.join('|')})`, 'u')
}

class OpeningReader {
  private offset = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  read(): Opening {
    const opening = this.alternatives()
    return this.offset === this.source.length ? opening : ANY
  }

  private alternatives(): Opening {
    const all = [this.sequence()]
    while (this.source[this.offset] === '|') {
      this.offset += 1
      all.push(this.sequence())
    }
    return {
      characters: [...new Set(all.flatMap(({characters}) => characters))],
      isOptional: all.some(({isOptional}) => isOptional),
    }
  }

  private sequence(): Opening {
    const characters: string[] = []
    let isOptional = true
    while (this.offset < this.source.length && !/[|)]/u.test(this.source[this.offset] ?? '')) {
      const term = this.term()
      if (isOptional) characters.push(...term.characters)
      isOptional &&= term.isOptional
    }
    return {characters, isOptional}
  }

  private term(): Opening {
    const atom = this.atom()
    const quantifier = this.take(QUANTIFIER)
    return /^(?:[*?]|\{0)/u.test(quantifier) ? {...atom, isOptional: true} : atom
  }

  private atom(): Opening {
    const printed = this.take(LITERAL) || this.take(ESCAPE) || this.take(CLASS)
    if (printed !== '') return {characters: [printed], isOptional: false}
    if (this.take(LOOK_AROUND) !== '') {
      this.alternatives()
      this.offset += 1
      return NOTHING
    }
    if (this.take(GROUP) !== '') {
      const inside = this.alternatives()
      this.offset += 1
      return inside
    }
    const sign = this.source[this.offset]
    this.offset += 1
    if (sign === '$' || sign === '^') return NOTHING
    if (sign === '\\') this.offset += 1
    return sign === '\\' ? {...ANY, isOptional: true} : ANY
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.offset
    const [taken = ''] = pattern.exec(this.source) ?? []
    this.offset += taken.length
    return taken
  }
}
