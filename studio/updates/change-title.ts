import type {DeskText, DeskTextKey} from '../texts/use-desk-text.ts'
import type {WireChange} from './compare-versions.ts'

/** What a change is about, for the eye: "Paragraph 3", "Headline". */
export function changeTitle({path, field, place}: WireChange, text: DeskText): string {
  const names = path.includes('[') ? itemNames : fieldNames
  const key = names[field]
  if (key === undefined) return field
  return place === undefined ? text(key) : text(key, {place})
}

const fieldNames: Readonly<Record<string, DeskTextKey>> = {
  embargo: 'updates.embargo',
  slugline: 'updates.slugline',
  headline: 'updates.headline',
  standfirst: 'updates.standfirst',
  keyPoints: 'updates.order-of-key-points',
  bylines: 'updates.order-of-bylines',
  dateline: 'updates.dateline',
  body: 'updates.order-of-paragraphs',
  wireCredits: 'updates.order-of-credits',
  authorNote: 'updates.author-note',
  copyrightNotice: 'updates.copyright',
}

const itemNames: Readonly<Record<string, DeskTextKey>> = {
  keyPoints: 'updates.key-point',
  bylines: 'updates.byline',
  body: 'updates.paragraph',
  wireCredits: 'updates.credit',
  corrections: 'updates.correction',
}
