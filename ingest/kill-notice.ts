// What may be taken back; a `report` or a `plan` that is withdrawn is mostly the story itself
const COPY = '(?:story|article|item|dispatch|version|copy|[AB][CPM]-\\S{2,60})'
const TAKEN_BACK = '(?:killed|withdrawn|retracted)'

/**
 * Lines by which an agency takes a story back, in its words to editors. In `EDITORS: …` and `Eds: …` the copy is spoken of in any words; a line without them has to be such an order itself.
 */
const NOTICES = [
  // `EDITORS: Please kill this story`, `Eds: BC-Quay-Flood is killed`, `ATTENTION EDITORS - The story has been withdrawn`
  new RegExp(
    `^\\W{0,3}(?:Eds|(?:Attention |Note to )?Editors?)\\b[^]{0,200}?\\b(?:kill (?:(?:the|this|our|previous|earlier|following) ){0,2}${COPY}|${COPY}[^.]{0,120}? (?:is|was|are|has been|have been|should be|must be) ${TAKEN_BACK})`,
    'iu',
  ),
  // `PLEASE KILL THE STORY`
  /^\W{0,3}(?:PLEASE |MANDATORY )?KILL (?:(?:THE|THIS|OUR|PREVIOUS|EARLIER) ){1,2}(?:STORY|ARTICLE|ITEM)\b/u,
  // `(This story has been withdrawn)`
  new RegExp(`^\\W{0,3}This (?:story|article|item) (?:is|was|has been) ${TAKEN_BACK}\\b`, 'iu'),
]

/** Whether a line above a story says that the agency takes it back: it must not be published. */
export function isKillNotice(line: string): boolean {
  return NOTICES.some((notice) => notice.test(line))
}
