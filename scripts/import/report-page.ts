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
<title>Import ${escaped(run)}</title>
<style>
  body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #111; background: #fff }
  table { border-collapse: collapse; width: 100%; margin: 0 0 2rem }
  th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top }
  td:first-child, td:last-child { overflow-wrap: anywhere }
  @media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }
</style>
<h1>Import ${escaped(run)}</h1>
<p>${isDryRun ? 'A dry run: nothing was written. ' : ''}${escaped(startedAt)}, into ${escaped(target)}, reader version ${escaped(parserVersion)}.
${items.length} texts: ${escaped(countsInWords(counts))}; ${mutations} mutations.</p>
<h2>Needs a person</h2>
${table(['Text', 'Outcome', 'Why'], [...open.map(itemRow), ...items.flatMap(nearRow), ...doubts.map(({path, message}) => [path, 'doubt', message])], 'Nothing.')}
<h2>Taken out</h2>
${table(
  ['Times', 'Rule', 'Why', 'For example'],
  rules.map(([rule, {count, reason, example}]) => [String(count), rule, reason, example]),
  'Nothing.',
)}
<h2>What came in</h2>
${table(
  ['Text', 'Outcome', 'Article'],
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

function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): string {
  if (rows.length === 0) return `<p>${none}</p>`
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
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
