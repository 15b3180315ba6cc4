/** An entry of `corrections` as the queries give it; a missing value may be `null` or absent. */
export interface PrintedCorrection {
  readonly type?: string | null
  readonly at?: string | null
  readonly text?: string | null
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['correction', 'Correction'],
  ['clarification', 'Clarification'],
  ['update', 'Update'],
  ['editorsNote', 'Editor’s note'],
  ['retraction', 'Retraction'],
])

/**
 * A correction as printed below a story: `Correction, 23 November 2026: The fare is 12, not 21.`
 *
 * @param timeZone - The publication's, by its IANA name; the day depends on it
 * @returns One line, or `''` for an entry without text
 * @throws RangeError for an unknown time zone
 */
export function correctionText(correction: PrintedCorrection, timeZone = 'UTC'): string {
  const text = correction.text?.trim() ?? ''
  if (text === '') return ''
  const label = LABELS.get(correction.type ?? '') ?? 'Correction'
  const at = Date.parse(correction.at ?? '')
  if (Number.isNaN(at)) return `${label}: ${text}`
  const day = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone}).format(at)
  return `${label}, ${day}: ${text}`
}
