import {countsInWords, type ImportItem, type ImportReport} from './import-report.ts'
import type {RunDetails} from './run-details.ts'

/** What the page says about the run itself. */
interface PageContext {
  /** For the person: the target's name */
  readonly target: string
  /** ISO 8601 instant */
  readonly startedAt: string
  readonly isDryRun: boolean
}

/** Outcomes that a person must look at. */
const OPEN: ReadonlySet<string> = new Set(['conflict', 'duplicate', 'refused', 'failed'])

/** The receipt of a run as one page that can be printed: what came in, what went where, what was taken out, what needs a person. */
export function reportPage(
  {run, parserVersion, counts, mutations, items}: ImportReport,
  {removed, doubts}: RunDetails,
  {target, startedAt, isDryRun}: PageContext,
): string {
  const open = items.filter(({outcome, needsPerson = false}) => needsPerson || OPEN.has(outcome))
  const rules = [...removed].toSorted(([, a], [, b]) => b.count - a.count)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Import ${escaped(run)}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: CanvasText; background: Canvas }
  h1, h2, p { overflow-wrap: anywhere }
  table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 2rem }
  th, td { border-bottom: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  @media screen and (max-width: 40rem) {
    thead, colgroup { display: none }
    table, tbody, tr, td { display: block; width: auto }
    tr { border-bottom: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); padding: .4rem 0 }
    td { border: 0; padding: 0 }
    td:first-child { font-weight: 600 }
  }
  @media print {
    :root { color-scheme: light }
    @page { margin: 15mm }
    body { font-size: 9pt; margin: 0; max-width: none; padding: 0 }
    h2 { break-after: avoid }
    tr { break-inside: avoid }
  }
</style>
<h1>Import ${escaped(run)}</h1>
<p>${isDryRun ? 'A dry run: nothing was written. ' : ''}${escaped(minuteOf(startedAt))}, into ${escaped(target)}, reader version ${escaped(parserVersion)}.
${items.length} texts: ${escaped(countsInWords(counts))}; ${mutations} mutations.</p>
<h2>Needs a person</h2>
${table({Text: 30, Outcome: 12, Why: 58}, [...open.map(itemRow), ...items.flatMap(nearRow), ...doubts.map(({path, message}) => [path, 'doubt', message])], 'Nothing.')}
<h2>Taken out</h2>
${table(
  {'Times': 8, 'Rule': 22, 'Why': 35, 'For example': 35},
  rules.map(([rule, {count, reason, example}]) => [String(count), rule, reason, example]),
  'Nothing.',
)}
<h2>What came in</h2>
${table(
  {Text: 54, Outcome: 12, Article: 34},
  items.map(({path, outcome, id = ''}) => [path, outcome, id]),
  'Nothing.',
)}
</html>
`
}

function nearRow({path, nearDuplicateOf: near}: ImportItem): readonly (readonly string[])[] {
  return near === undefined
    ? []
    : [[path, 'near duplicate', `${near.overlap} % in common with ${near.id}: one story?`]]
}

function itemRow({path, outcome, reason = ''}: ImportItem): readonly string[] {
  return [path, outcome, reason]
}

/** `2026-11-23 06:00 UTC` */
function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}

/** @param heads - Each with its share of the width, in per cent: a long name in one column does not squeeze the others */
function table(
  heads: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
  none: string,
): string {
  if (rows.length === 0) return `<p>${none}</p>`
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<table>
<colgroup>${Object.values(heads)
    .map((width) => `<col style="width: ${width}%">`)
    .join('')}</colgroup>
<thead><tr>${Object.keys(heads)
    .map((head) => `<th scope="col">${escaped(head)}</th>`)
    .join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
}
