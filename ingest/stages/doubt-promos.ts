import {matchesOf} from '../matches-of.ts'
import {passageRange, slicePassage, trimPassage} from '../passage.ts'
import type {Block, Reading} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'

/** How pages speak to their readers … */
const CALL =
  "(?:Sign up|Subscribe|Register|Join|Follow|Like|Download|Get|Click|Tap|Visit|Check out|Read|Watch|Listen|Tune in|Stay (?:tuned|connected)|Support|Donate|Share|Don[’']t miss|Never miss|Want|Looking for|Have you|Do you have|E-?mail|Send|Enjoy(?:ed|ing)?|Find out more|Learn more|Discover|For more)\\b"
const OPENS_WITH_CALL = new RegExp(`^${CALL}`, 'u')
/** … and of what. */
const PAGE =
  /\b(?:newsletters?|inbox|subscri(?:be|bers?|ptions?)|channel|app|podcasts?|our (?:page|site|website|coverage|reporters?|team|journalism|journalists|stories)|this (?:article|story|page|link|site|website)|here|below|button|Facebook|Twitter|Instagram|WhatsApp|Telegram|Signal|YouTube|TikTok|LinkedIn)\b|@\w|https?:|www\.|\.(?:com|org|net|example)\b/u
/** Words of the story: somebody speaks, or is quoted. */
const STORY = /["“”]|\b(?:said|says|told|tells|wrote|writes|asked|urged|warned|added|according)\b/u
/** Where a sentence ends and a call begins */
const CALL_AFTER = new RegExp(`[.!?…]["”’')\\]]{0,3}\\s{1,3}(?=${CALL})`, 'gu')
const LONGEST = 260
const TAIL = 3
const MOST_DOUBTS = 6

/**
 * Asks about what sounds like a promo and no rule has taken: a line of its own, or the last sentences of the story. It stays in
 * the text until an editor decides; a rule of the house may take it next time.
 */
export function doubtPromos(reading: Reading): void {
  let doubts = 0
  for (const [index, block] of reading.blocks.entries()) {
    const start = findCall(block, index >= reading.blocks.length - TAIL)
    if (start === undefined) continue
    const passage = trimPassage(slicePassage(block.passage, start))
    reading.findings.push({
      code: 'promo-or-prose',
      message: sayDoubt('promo-or-prose', {words: passage.text.slice(0, 80)}),
      alternatives: [sayDoubt('is-promo'), sayDoubt('is-story')],
      ...passageRange(passage),
    })
    doubts += 1
    if (doubts === MOST_DOUBTS) return
  }
}

/** Where the call to the readers begins that runs to the end of the block; `undefined` where there is none. */
function findCall({passage: {text}}: Block, isTail: boolean): number | undefined {
  if (isCall(text)) return 0
  if (!isTail) return undefined
  const base = Math.max(0, text.length - LONGEST)
  for (const match of matchesOf(text.slice(base), CALL_AFTER)) {
    const start = base + match.index + match[0].length
    if (isCall(text.slice(start))) return start
  }
  return undefined
}

function isCall(text: string): boolean {
  return (
    text.length <= LONGEST && OPENS_WITH_CALL.test(text) && PAGE.test(text) && !STORY.test(text)
  )
}
