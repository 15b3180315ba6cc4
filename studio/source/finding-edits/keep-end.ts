import {instantOf, textOf} from '../../../schemas/rules/narrow.ts'
import {zonedText} from '../../../schemas/rules/zoned-text.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'

/** The end that an editor has set. To clear the embargo takes a reason, for which its own action asks. */
export function keepEnd({article: {embargo}}: FindingPlace): FindingEdit {
  if (instantOf(embargo, 'until') === undefined) {
    return {does: {key: 'opens-embargo'}, opens: 'embargo.until'}
  }
  const time = zonedText(textOf(embargo, 'until'), textOf(embargo, 'timeZone'))
  return {does: {key: 'embargo-ends', time}}
}
