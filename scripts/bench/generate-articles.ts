/** The newsroom that the figures are measured on: the same for the same number, made of invented words. */
export interface GeneratedNewsroom {
  /** Contributors, sections, wire sources, one publication */
  readonly cast: readonly GeneratedDocument[]
  /** The nth article, from 0 */
  readonly article: (index: number) => GeneratedDocument
}

export interface GeneratedDocument {
  readonly _id: string
  readonly _type: string
  readonly [attribute: string]: unknown
}

export const CONTRIBUTORS = 300
export const SECTIONS = 20
export const WIRE_SOURCES = 12

const SYLLABLES = ['ka', 'lo', 'mer', 'tin', 'sa', 'vor', 'dre', 'pul', 'ni', 'gat', 'hes', 'om']

/** @param paragraphs - How long each body is */
export function generateNewsroom(paragraphs: number): GeneratedNewsroom {
  const cast = [
    {_id: 'publication-0', _type: 'publication', name: 'The Herald', code: 'herald'},
    ...times(SECTIONS, (n) => ({
      _id: `section-${n}`,
      _type: 'section',
      name: `Section ${n}`,
      order: n,
      slug: {_type: 'slug', current: `section-${n}`},
    })),
    ...times(WIRE_SOURCES, (n) => ({
      _id: `wire-${n}`,
      _type: 'wireSource',
      name: `Agency ${n}`,
      code: `agency-${n}`,
    })),
    ...times(CONTRIBUTORS, (n) => ({
      _id: `contributor-${n}`,
      _type: 'contributor',
      name: `${wordOf(n * 7)} ${wordOf(n * 13 + 5)}`,
      slug: {_type: 'slug', current: `contributor-${n}`},
    })),
  ]
  return {cast, article: (index) => generateArticle(index, paragraphs)}
}

/** The id of the nth article, from 0. */
export function articleId(index: number): string {
  return `article-${String(index).padStart(7, '0')}`
}

function generateArticle(index: number, paragraphs: number): GeneratedDocument {
  const random = createRandom(index + 1)
  const instant = new Date(Date.UTC(2026, 10, 1) - index * 61_000).toISOString()
  return {
    _id: articleId(index),
    _type: 'article',
    headline: `${sentence(random, 8)} story${index}`,
    standfirst: sentence(random, 20),
    slug: {_type: 'slug', current: `story-${index}`},
    formerSlugs: index % 10 === 0 ? [`old-story-${index}`] : [],
    publishedAt: instant,
    firstPublishedAt: instant,
    urgency: 1 + (index % 5),
    section: reference(`section-${index % SECTIONS}`),
    publication: reference('publication-0'),
    bylines: [
      {
        _key: 'y1',
        _type: 'byline',
        role: 'reporter',
        contributor: reference(`contributor-${index % CONTRIBUTORS}`),
      },
    ],
    wireCredits: [
      {_key: 'c1', _type: 'wireCredit', source: reference(`wire-${index % WIRE_SOURCES}`)},
    ],
    ...(index % 100 === 0 && {
      corrections: [{_key: 'k1', type: 'correction', at: instant, text: sentence(random, 12)}],
    }),
    body: times(paragraphs, (n) => ({
      _key: `b${n}`,
      _type: 'block',
      style: 'normal',
      markDefs: [],
      children: [{_key: `b${n}s0`, _type: 'span', marks: [], text: sentence(random, 40)}],
    })),
  }
}

function reference(target: string) {
  return {_type: 'reference', _ref: target}
}

function sentence(random: () => number, words: number): string {
  return times(words, () => wordOf(Math.floor(random() ** 2 * 20_000))).join(' ')
}

function wordOf(index: number): string {
  let rest = index
  let word = ''
  do {
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
    rest = Math.floor(rest / SYLLABLES.length)
  } while (rest > 0)
  return word
}

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({length: count}, (_, index) => make(index))
}
