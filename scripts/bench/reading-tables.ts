import {markdownTable} from '../accuracy/markdown-table.ts'
import type {LargeText, Speed} from './measure-reading.ts'

/** How fast a set of texts is read, side by side with what is cheapest and what is like it. */
export function speedTable(title: string, speeds: readonly Speed[]): string {
  return markdownTable([
    [title, 'MB/s', 'Texts a second'],
    ...speeds.map(({name, megabytesPerSecond, textsPerSecond}) => [
      name,
      megabytesPerSecond.toFixed(1),
      Math.round(textsPerSecond).toLocaleString('en-GB'),
    ]),
  ]).join('\n')
}

/** What one large text costs: seconds grow as megabytes do when reading is linear. */
export function largeTable(texts: readonly LargeText[]): string {
  return markdownTable([
    ['One text', 'Seconds', 'MB/s', 'Spans', 'Memory of the process'],
    ...texts.map(({megabytes, seconds, spans, memory}) => [
      `${megabytes} MB`,
      seconds.toFixed(2),
      (megabytes / seconds).toFixed(1),
      spans.toLocaleString('en-GB'),
      `${memory.toFixed(0)} MB`,
    ]),
  ]).join('\n')
}
