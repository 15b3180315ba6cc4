/** Numbers from 0 to 1 (exclusive), the same for the same seed: a fault can be found again. */
export type Random = () => number

/** Mulberry32, after Tommy Ettinger: small, fast, good enough to shuffle text. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What copy is made of at its seams, and what breaks careless readers. */
const SEAMS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t   ',
  '    ',
  ' ',
  '\u00A0',
  '\u200B',
  '\u2028',
  '\u0004',
  '\u001F',
  '\u0000',
  '.',
  '…',
  '"',
  '”',
  '(',
  ')',
  ' - ',
  ' – ',
  ': ',
  '___',
  '***',
  '<',
  '=',
  '^',
  '&amp;',
  '&#8217;',
  '&#x1F600;',
  'â€™',
  'Ã©',
  'ﬁ',
  '\uD83D',
  '\uDE00',
  '😀',
  'İ',
  'ß',
  "''",
  '``',
  'REUTERS',
  ' REUTERS',
  'AP - ',
  'PORTHAVEN (AP) — ',
  '(Reporting by ',
  '; Editing by ',
  'By Ann Lee',
  'By. Ann Lee. ',
  'READ MORE: ',
  'Updated: 2026-07-15 13:14',
  '© 2026 ',
  'Contact Ann Lee at a@b.example',
  '# Notebook',
] as const

/** Changes a text in one to twelve places: cuts, doubles, moves, joins with another text, or puts a seam in. */
export function mutateCopy(copies: readonly string[], random: Random): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  let copy = pick(copies) ?? ''
  for (let change = Math.floor(random() * 12); change >= 0; change -= 1) {
    const from = Math.floor(random() * (copy.length + 1))
    const to = Math.min(copy.length, from + Math.floor(random() * 80))
    const kind = Math.floor(random() * 5)
    if (kind === 0) copy = copy.slice(0, from) + copy.slice(to)
    else if (kind === 1) copy = copy.slice(0, to) + copy.slice(from)
    else if (kind === 2) copy = copy.slice(to) + copy.slice(from, to) + copy.slice(0, from)
    else if (kind === 3) copy = copy.slice(0, from) + (pick(copies) ?? '').slice(-400)
    else copy = copy.slice(0, from) + (pick(SEAMS) ?? '') + copy.slice(from)
  }
  return copy
}
