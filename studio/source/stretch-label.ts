import type {DeskText} from '../texts/use-desk-text.ts'
import type {Stretch} from './stretch.ts'

/** What a stretch became, in the editor's language: `Paragraph 3`, `Key point 1`, `Taken out`. */
export function stretchLabel(
  {name, number}: Pick<Stretch, 'name' | 'number'>,
  text: DeskText,
): string {
  const label = text(`stretch.${name}`)
  return number === undefined ? label : text('stretch.numbered', {name: label, number})
}
