import {englishWords, type PreviewWords} from '../../preview-words.ts'

const firstWords = {
  lead0: 'body.0.children.0.text',
  lead1: 'body.0.children.1.text',
  lead2: 'body.0.children.2.text',
} as const

const names = {
  byline0: 'bylines.0.contributor.name',
  written0: 'bylines.0.nameAsWritten',
  byline1: 'bylines.1.contributor.name',
  written1: 'bylines.1.nameAsWritten',
  credit0: 'wireCredits.0.source.name',
  verbatim0: 'wireCredits.0.nameAsWritten',
  credit1: 'wireCredits.1.source.name',
  verbatim1: 'wireCredits.1.nameAsWritten',
} as const

/** Longest excerpt of a first paragraph that stands for a headline, in UTF-16 code units. */
const EXCERPT_LENGTH = 70

/** A story in a list: its headline, or honestly that it has none; below it who is named for it. */
export const articlePreview = {
  select: {
    headline: 'headline',
    pubStatus: 'pubStatus',
    media: 'leadImage',
    ...firstWords,
    ...names,
  },
  prepare: (
    {media, ...selection}: {readonly media?: string; readonly [name: string]: unknown},
    _options?: unknown,
    words: PreviewWords = englishWords,
  ) => ({
    ...articleLines(selection, words),
    ...(media === undefined ? {} : {media}),
  }),
}

/** The two lines of a story in a list; `selection` holds the selected texts by name. */
export function articleLines(
  selection: Readonly<Record<string, unknown>>,
  {say}: PreviewWords = englishWords,
): {readonly title: string; readonly subtitle: string} {
  const text = (name: string): string => {
    const value = selection[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const people = [text('byline0') || text('written0'), text('byline1') || text('written1')]
  const agencies = [text('credit0') || text('verbatim0'), text('credit1') || text('verbatim1')]
  const killed = text('pubStatus') === 'canceled' ? say('Killed') : ''
  return {
    title: text('headline') || say(withoutHeadline(selection)),
    subtitle: [killed, listed(people), listed(agencies)].filter(Boolean).join(' · '),
  }
}

function withoutHeadline(selection: Readonly<Record<string, unknown>>): string {
  const lead = excerptOf(
    [selection['lead0'], selection['lead1'], selection['lead2']]
      .filter((part) => typeof part === 'string')
      .join(''),
  )
  return lead === '' ? 'No headline' : `No headline: ${lead}`
}

/** The first words of a story, as many as a list has room for. */
export function excerptOf(lead: string): string {
  const words = lead.trim()
  if (words.length <= EXCERPT_LENGTH) return words
  const cut = words.slice(0, EXCERPT_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}\u{A0}…`
}

/** A name once: who wrote and reported, or stands in dateline and credit, is one. */
function listed(parts: readonly string[]): string {
  return [...new Set(parts.filter(Boolean))].join(', ')
}
