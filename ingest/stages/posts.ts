import {type Reading, claimRemoval, closeBlock} from '../reading.ts'

const MONTH = '\\p{Lu}\\p{Ll}{2,8}'
// `The quay is open again! — Port of Callow (@callowport) November 3, 2026`, `A post shared by Ann Lee (@annlee) on Nov 3, 2026 at 7:07am PDT`
const POST = new RegExp(
  `(?:A post shared by [^\\n]{2,120} on ${MONTH} \\d{1,2}, \\d{4}(?: at [^\\n]{4,20})?|[—–-]{1,2} ?[^()]{1,60} ?\\([\\u200E\\u200F]?@\\w{2,30}\\)(?: on)? ?(?:${MONTH}\\.? \\d{1,2}, \\d{4}|\\d{1,2} ${MONTH},? \\d{4}))$`,
  'u',
)
const LONGEST = 700
const TAIL = 200

/** Takes out the posts of social services that a page shows among its paragraphs: each ends in its author, handle and day. */
export function removePosts(reading: Reading): void {
  for (const block of reading.blocks) {
    const {text} = block.passage
    if (text.length > LONGEST || !text.includes('@') || !POST.test(text.slice(-TAIL))) continue
    claimRemoval(reading, block.passage, {
      rule: 'embedded-post@1',
      reason: 'Post of a social service, printed by the page',
    })
    closeBlock(block)
  }
}
