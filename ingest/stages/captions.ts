import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type CaptionDraft,
  type Reading,
  claimField,
  closeBlock,
  leaveBlock,
} from '../reading.ts'
import {SIGN} from '../signs.ts'
import {readAuthorAbove} from './author-line.ts'
import {findDateline} from './dateline.ts'
import {isNote} from './notes.ts'

const HOUSES =
  '(?:Getty(?: Images)?|Shutterstock|AP(?: Photo)?|AFP|EPA(?:-EFE)?|Reuters|REUTERS|Xinhua|Bloomberg|Alamy|iStock|Associated Press|Anadolu(?: Agency)?)'
// `… in the harbour. (Photo: Ann Lee)`, `… (Ann Lee/Harbour Herald)`: from the last bracket on
const CREDIT_IN_BRACKETS = new RegExp(
  `^(?:\\((?:(?:File |Express )?[Pp]hoto(?:graph)?s?|Image|Picture|Pic|PHOTOS?|Credit|Source|Courtesy)(?: courtesy of| by|:) ?[^()]{0,80}\\)|\\([^()]{2,60}(?:\\/| via | for )${HOUSES}[^()]{0,40}\\)|\\(${HOUSES}\\/[^()]{2,60}\\)|\\([\\p{Lu}][\\p{L}.’'-]{1,20} [\\p{Lu}][\\p{L} .’'-]{1,30}\\/[^()]{2,60}\\)|\\((?:Getty Images|Shutterstock|Alamy|iStock|Rex(?: Features)?)\\))\\.?$`,
  'u',
)
// `… ST PHOTO: ANN LEE`, `… REUTERS/Ann Lee`, `… | AFP`
const CREDIT_AT_END = new RegExp(
  `(?:\\b(?:[\\p{Lu}]{2,8} )?(?:FILE )?PHOTOS?: ?[^.]{2,60}|\\bPhoto(?:graph)?(?: [Cc]redit)?: [\\p{Lu}][^.]{2,50}|\\b${HOUSES}\\/[\\p{Lu}][\\p{L}.’'-]{1,20}(?: [\\p{Lu}][\\p{L}.’'-]{0,20}){1,3}|[\\p{Lu}][\\p{L}’'-]{1,20} [\\p{Lu}][\\p{Ll}][\\p{L}’'-]{0,20}\\/${HOUSES}(?: Images)?|\\|\\s(?:Getty|AP Photo|AP|AFP|Reuters)(?: Images)?|\\bPhotographer: \\p{Lu}[^.]{2,40}\\/[^.]{2,40}|\\bMandatory Credit: .{3,80})\\.?$`,
  'u',
)
// `… Hide Caption 3 of 12`, `… Play Video1:54`, `… VIEW GRAPHIC`
const VIEWER_AT_END =
  /(?:\bHide Caption \d{1,3} of \d{1,3}|View full size image|Back to Gallery| Play [Vv]ideo ?(?:\d{1,2}:)?\d{1,2}:\d{2}| VIEW (?:GRAPHIC|GALLERY|PHOTOS|MAP|SLIDESHOW))\.?$/u
// `… in the harbour last year. ST FILE PHOTO`
const FILE_PHOTO = /[.!?…]["”’']?\s(?:\p{Lu}{2,4} )?FILE PHOTO$/u
// `FILE PHOTO: …`, `This file photo shows …`, `1 of 18. …`, `Image copyright Ann Lee Image caption …`
const OPENING = new RegExp(
  `^(?:FILE(?: PHOTO| -|:)|File (?:photo|picture|image)\\b|Image copyright|Featured [Ii]mage\\b|Image (?:Credit|credit|via|caption|source)\\b|Photo(?:s|graph)?(?::| [Cc]redit: ?| by | courtesy )|PHOTOS?: |(?:GRAPHICS?|CHART|ILLUSTRATION|CARTOON): |Picture: |This (?:\\p{L}{2,12} )?(?:file )?(?:photo|image|picture|handout)(?:graph)?(?: [^.]{0,80})? (?:shows|released|provided|taken)|\\d{1,3} of \\d{1,3}\\. |\\d{1,3}\\/\\d{1,3} [\\p{Lu}\\d]|Media caption|CLOSE (?=\\p{Lu}))`,
  'u',
)
// `BBCImage copyright Ann Lee`
const GLUED_OPENING = /^\p{L}{2,20}Image copyright/u
// `AP:Associated Press Pilots wade ashore`, `Getty Images Pilots wade ashore`: the credit comes first, and no full stop
const CREDIT_FIRST =
  /^(?:AP:Associated Press|PA:Press Association|Getty(?: Images)?(?: - [\p{L} ]{3,20})?|Handout - Getty|AFP or licensors|Rex Features|Barcroft Media|Splash News|Alamy|EPA|EFE|Reuters|AFP) (?=[\p{Lu}\d][^]{20,300}[^.!?…"”’':;]$)/u
// `Getty Images`, `YouTube`, `Reuters`: alone between two paragraphs
const LONE_CREDIT =
  /^(?:Getty(?: Images)?|Shutterstock|Alamy|iStock|(?:[\p{L}]{2,12} )?YouTube|Twitter|Facebook|Instagram|Reuters|REUTERS|EPA|AFP|AP)$/u
// `Ann Lee/AP`, `ANN LEE / REUTERS`, `Harbour office via Getty Images`, `ILLUSTRATION: ANN LEE`, `… at the quay. [Photo/Agencies]`
const MEDIA_CREDIT = new RegExp(
  `^(?:[\\p{Lu}][^.:;/]{2,60}(?:\\/[\\p{Lu}][^.:;/]{2,60})?(?: ?\\/ ?| via )${HOUSES}(?: Images)?|(?:\\p{Lu}{2,4} )?(?:ILLUSTRATION|GRAPHICS?|CARTOON|Illustration|Graphic): ?[\\p{Lu}][^.]{2,60})$|\\[(?:Photo|Image|Picture)s?[/:][^[\\]]{2,40}\\]$`,
  'u',
)
const LONGEST_LONE_CREDIT = 24
const LONGEST = 600
/** A lone line above the dateline that is no longer than this is a headline, though it ends in a full stop: `… who met Orr Jr.` */
export const SHORT_TITLE = 110

/** Reads the captions of pictures that stand between the paragraphs, by the credit or the words that mark them. */
export function readCaptions(reading: Reading): void {
  readVideoCaption(reading)
  let before = ''
  const galleries = findGalleries(reading.blocks)
  for (const [index, block] of reading.blocks.entries()) {
    const {text} = block.passage
    const next = reading.blocks[index + 1]?.passage.text
    // a gallery prints the words of its pictures again and again
    const isRepeated =
      galleries.has(block) ||
      (text.length >= 40 && text.length <= LONGEST && isAlike(text, before, next))
    before = text
    const isMediaCredit = next !== undefined && text.length < 400 && endsInMediaCredit(block)
    const isLone = isLoneCredit(reading, index)
    if (!isRepeated && !isMediaCredit && !isLone && !isCaption(block)) continue
    const above = reading.blocks[index - 1]
    if (above && text.length <= LONGEST_CREDIT && isNamedPicture(above.passage.text, text)) {
      claimCaption(reading, above, 0.8)
    }
    claimCaption(reading, block, isRepeated ? 0.9 : 1)
  }
}

// `The mayor explains the quay on 'Morning Tide.'The port of …`: a text over a film, glued to the story
const VIDEO_CAPTION =
  /^[^.!?]{20,360}(?:[.!?]["”]? [^.!?]{0,200})? (?:on|to) ['"“‘][^'"“”‘’]{3,40}[.!?]?['"”’]\.?(?=\p{Lu})/u

function readVideoCaption(reading: Reading): void {
  const [first] = reading.blocks
  const length = first && VIDEO_CAPTION.exec(first.passage.text.slice(0, 700))?.[0].length
  if (first === undefined || length === undefined) return
  const item: CaptionDraft = {list: 'captions'}
  claimField(
    reading,
    slicePassage(first.passage, 0, length),
    {item, property: 'text'},
    {rule: 'caption@1', reason: 'Caption of a film above the story', confidence: 0.7},
  )
  leaveBlock(first, trimPassage(slicePassage(first.passage, length)))
}

// `Pilots wade ashore. | AP Photo Harbour reopens after a year`: a picture above the title, on its line
const BEFORE_TITLE = new RegExp(
  `^[^|]{15,400}[.!?]["”’]? \\| (?:${HOUSES}|Getty|POLITICO)(?: Photos?| Images)?(?= ["“'‘]?[\\p{Lu}\\d])`,
  'u',
)

/** Takes the caption of the picture above off the line of the title. */
export function readCaptionBeforeTitle(reading: Reading, block: Block): void {
  const {passage} = block
  if ((block.signs & SIGN.bar) === 0) return
  const length = BEFORE_TITLE.exec(passage.text.slice(0, 500))?.[0].length
  if (length === undefined || passage.text.length - length > SHORT_TITLE * 2) return
  const item: CaptionDraft = {list: 'captions'}
  claimField(
    reading,
    slicePassage(passage, 0, length),
    {item, property: 'text'},
    {rule: 'caption@1', reason: 'Caption or credit of a picture', confidence: 0.9},
  )
  leaveBlock(block, trimPassage(slicePassage(passage, length)))
}

const LONGEST_CREDIT = 80
// `Photo by Ann Lee/Getty Images`, `Ann Lee/Getty Images`: nothing but who took it
const CREDIT_ALONE = new RegExp(
  `^\\(?(?:Photo(?:graph)? by |Photo: )?[\\p{Lu}][^.!?:()]{2,50}(?:\\/| via )${HOUSES}(?: Images)?\\)?$`,
  'u',
)

/** A line without a stop right above a lone credit tells what is in the picture; a numbered heading, a question or a name does not. */
function isNamedPicture(above: string, credit: string): boolean {
  if (!CREDIT_ALONE.test(credit) || above.length > 220) return false
  const isLine = /[\p{L}\p{N})]$/u.test(above) && /^["“'‘]?\p{Lu}/u.test(above)
  return isLine && above.split(' ').length >= 5 && !/^(?:\d{1,2}|[IVX]{1,5})[.)] /u.test(above)
}

/** Near the ends a lone agency is the credit of the story; in the middle of it, it is that of a picture. */
function isLoneCredit({blocks}: Reading, index: number): boolean {
  const isMiddle = index > 2 && index < blocks.length - 3
  const text = blocks[index]?.passage.text ?? ''
  return isMiddle && text.length <= LONGEST_LONE_CREDIT && LONE_CREDIT.test(text)
}

const FEWEST_PICTURES = 4
const SHORTEST_GALLERY_TITLE = 15

/** Paragraphs in a row that all begin with the title of their gallery, and go on with a sentence of their own: `Callow harbour turns 300 The quay …`. */
function findGalleries(blocks: readonly Block[]): ReadonlySet<Block> {
  const galleries = new Set<Block>()
  let run: Block[] = []
  for (const block of blocks) {
    const {text} = block.passage
    const title = sharedTitle(run.at(-1)?.passage.text ?? '', text)
    const isNext = title.length >= SHORTEST_GALLERY_TITLE && text.length <= LONGEST_IN_GALLERY
    if (!isNext || !/^\p{L}/u.test(title)) run = []
    run.push(block)
    if (run.length === FEWEST_PICTURES) for (const picture of run) galleries.add(picture)
    if (run.length > FEWEST_PICTURES) galleries.add(block)
  }
  return galleries
}

/** What two texts begin with alike, in whole words, where both go on with a capital. */
function sharedTitle(one: string, other: string): string {
  if (!other.startsWith(one.slice(0, SHORTEST_GALLERY_TITLE))) return ''
  const most = Math.min(one.length, other.length, 80)
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  const title = one.slice(0, one.lastIndexOf(' ', length - 1) + 1)
  if (title.length < SHORTEST_GALLERY_TITLE) return ''
  const goesOn = (text: string) => /^["“]?\p{Lu}/u.test(text.slice(title.length, title.length + 2))
  return goesOn(one) && goesOn(other) ? title : ''
}

/** Galleries change a date or a name at the end, so the opening tells. */
function isAlike(text: string, before: string, next = ''): boolean {
  const opening = text.slice(0, 80)
  return before.startsWith(opening) || next.startsWith(opening)
}

/** One of these stands in every credit of a picture but those with words between: ` via `. */
const CREDIT_SIGNS = SIGN.bracket | SIGN.slash | SIGN.colon | SIGN.bar

function endsInMediaCredit({passage: {text}, signs}: Block): boolean {
  const isLikely = (signs & CREDIT_SIGNS) !== 0 || (!text.endsWith('.') && text.includes(' via '))
  return isLikely && MEDIA_CREDIT.test(text.slice(-220))
}

// `… Image 1 of / 8 Caption Close Image 1 of 8 …`, `… Hide Caption 3 of 12`: the counter of a gallery, whose texts run on
const COUNTER = /\b(?:Image|Photo|Picture|Slide|Hide Caption) \d{1,3} of (?:\/ )?\d{1,3}\b/u
const LONGEST_IN_GALLERY = 6000

/** Whether a paragraph is a caption by its own marks. */
function isCaption(block: Block): boolean {
  const {text} = block.passage
  if (text.length < 5) return false
  if (text.length > LONGEST && text.length <= LONGEST_IN_GALLERY) {
    const isMarked = opensAsCaption(text) || endsInViewer(text)
    if (isMarked && COUNTER.test(text)) return true
  }
  if (text.length > LONGEST) return text.length <= LONGEST_CREDITED && endsInPhotoCredit(text)
  const isMarked = CREDIT_FIRST.test(text) || opensAsCaption(text) || endsInCredit(block)
  return isMarked && !endsInOpenQuote(text)
}

const LONGEST_CREDITED = 1200

/** `… the harbour office. (Photo: AP)` behind words on what the picture may be used for */
function endsInPhotoCredit(text: string): boolean {
  return /\((?:Photo|Image|Picture)(?: courtesy of| by|:) ?[^()]{2,80}\)\.?$/u.test(
    text.slice(-110),
  )
}

function opensAsCaption(text: string): boolean {
  return OPENING.test(text) || (text.includes('Image copyright') && GLUED_OPENING.test(text))
}

/** Most paragraphs end in a small letter and their stop: one look at the last character but that spares them the words. */
function endsInViewer(text: string): boolean {
  return /[\dyYeCPSW]\.?$/u.test(text.slice(-2)) && VIEWER_AT_END.test(text.slice(-60))
}

function endsInCredit({passage: {text}, signs}: Block): boolean {
  const tail = text.slice(-160)
  if (endsInViewer(text) || (tail.endsWith('PHOTO') && FILE_PHOTO.test(tail))) return true
  if ((signs & CREDIT_SIGNS) === 0) return false
  const bracket = tail.lastIndexOf('(')
  if (bracket !== -1 && CREDIT_IN_BRACKETS.test(tail.slice(bracket))) return true
  return /[/:|]/u.test(tail) && CREDIT_AT_END.test(tail)
}

/** Somebody begins to speak and goes on in the next paragraph. */
function endsInOpenQuote(text: string): boolean {
  return /[“"][^“”"]{0,200}$/u.test(text) && !/[”"]/u.test(text.slice(-120))
}

/**
 * Reads prose that stands before an agency's dateline: the story begins there, so it is the caption of a picture above it.
 *
 * @param keyPoints - Blocks that are key points by their place, sentences or not
 */
export function readCaptionsAboveDateline(reading: Reading, keyPoints: ReadonlySet<Block>): void {
  const head = reading.blocks.slice(0, 5)
  const opens = head.findIndex(
    (block) => findDateline(block.passage.text, reading)?.agencyNames.length,
  )
  if (opens < 1) return
  const above = head.slice(0, opens).filter((block) => block.passage.text !== '')
  for (const block of above) {
    if (keyPoints.has(block) || isNote(block.passage.text)) continue
    if (readAuthorAbove(reading, block)) continue
    const isSentence = /[.!…]["”’')\]]{0,2}$/u.test(block.passage.text)
    const isTitle = above.length === 1 && block.passage.text.length <= SHORT_TITLE
    if (isSentence && !isTitle && block.passage.text.length <= LONGEST)
      claimCaption(reading, block, 0.7)
  }
}

function claimCaption(reading: Reading, block: Block, confidence: number): void {
  const item: CaptionDraft = {list: 'captions'}
  const passage: Passage = block.passage
  claimField(
    reading,
    passage,
    {item, property: 'text'},
    {rule: 'caption@1', reason: 'Caption or credit of a picture', confidence},
  )
  closeBlock(block)
}
