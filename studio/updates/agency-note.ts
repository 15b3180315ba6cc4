import type {ReceivedText} from '../source/received-text.ts'

/** What the agency says about a version itself: its mark, then its lines to editors without their brackets. `''` when it says nothing. */
export function agencyNote({
  versionNote,
  spans,
  raw,
}: Pick<ReceivedText, 'versionNote' | 'spans' | 'raw'>): string {
  const advisories = spans
    .filter(({kind, rule}) => kind === 'removed' && rule.startsWith('advisory@'))
    .map(({start, end}) =>
      raw
        .slice(start, end)
        .trim()
        .replaceAll(/^\(|\)$/gu, ''),
    )
  return [versionNote.replace(/[-–—:\s]{1,10}$/u, ''), ...advisories].filter(Boolean).join(': ')
}
