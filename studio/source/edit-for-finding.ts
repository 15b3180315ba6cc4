import {datelineToProse, proseToDateline} from './finding-edits/dateline-edits.ts'
import type {FindingEdit, FindingPlace} from './finding-edits/finding-edit.ts'
import {headlineToKeyPoints} from './finding-edits/headline-to-key-points.ts'
import {keepEnd} from './finding-edits/keep-end.ts'
import {putPromoBack, takePromoOut} from './finding-edits/promo-edits.ts'
import {proseToCredit} from './finding-edits/prose-to-credit.ts'
import {setWord} from './finding-edits/set-word.ts'
import type {OpenFinding} from './open-findings.ts'

/**
 * The edit that an answer stands for. Only where the words in question still stand as they were received: an editor's own words are
 * never changed by an answer.
 *
 * @param choice - Index in the finding's alternatives
 * @returns `undefined` where the answer changes nothing in the article, or cannot safely
 */
export function editForFinding(
  finding: OpenFinding,
  choice: number,
  place: FindingPlace,
): FindingEdit | undefined {
  const chosen = finding.alternatives[choice]
  if (chosen === undefined) return undefined
  switch (finding.code) {
    case 'lead-in-case':
      return setWord(finding, chosen, place)
    case 'headline-or-key-point':
      return choice === 1 ? headlineToKeyPoints(finding, place) : undefined
    case 'credit-or-prose':
      return choice === 0 ? proseToCredit(finding, place) : undefined
    case 'dateline-or-prose':
      return choice === 0
        ? proseToDateline(finding, chosen, place)
        : datelineToProse(finding, place)
    case 'near-duplicate':
      return {does: {key: 'joins-story'}}
    case 'promo-or-prose':
      return choice === 0 ? takePromoOut(finding, place) : putPromoBack(finding, place)
    case 'embargo-not-understood':
      return choice === 0
        ? keepEnd(place)
        : {does: {key: 'opens-clearance'}, opens: 'embargo.until'}
    default:
      return undefined
  }
}
