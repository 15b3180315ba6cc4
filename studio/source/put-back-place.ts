import {blockText} from '../../schemas/portable-text.ts'
import {itemsOf} from '../../schemas/rules/narrow.ts'
import type {ReceivedText} from './received-text.ts'

/** Where a stretch of the received text belongs in the body as it stands now. */
export type PutBackPlace =
  | {readonly type: 'after' | 'before'; readonly key: string}
  /** In the middle of a paragraph: `offset` in the text of its span */
  | {
      readonly type: 'inside'
      readonly key: string
      readonly childKey: string
      readonly offset: number
    }
  /** Nothing of what stood around it is left */
  | {readonly type: 'end'}

/**
 * Finds the paragraphs that surround a stretch in the source among those that the article still has. Stretches that were put back before
 * count as paragraphs, so that two neighbours keep their order.
 *
 * @param start - Of the stretch, in the received text
 */
export function putBackPlace(source: ReceivedText, start: number, article: unknown): PutBackPlace {
  const keys = new Set(itemsOf(article, 'body').map((block) => block['_key']))
  const blockAt = (span: ReceivedText['spans'][number]): string | undefined => {
    const own = putBackKey(source.id, span.start)
    if (span.kind !== 'field') return keys.has(own) ? own : undefined
    return span.targets.map(bodyKey).find((key) => keys.has(key))
  }
  const before = source.spans.filter((span) => span.start < start).findLast(blockAt)
  const after = source.spans.filter((span) => span.start > start).find(blockAt)
  const [keyBefore, keyAfter] = [before && blockAt(before), after && blockAt(after)]
  if (before && keyBefore !== undefined) {
    const inside = keyBefore === keyAfter ? placeInside(source, start, before, article) : undefined
    return inside ?? {type: 'after', key: keyBefore}
  }
  return keyAfter === undefined ? {type: 'end'} : {type: 'before', key: keyAfter}
}

/** `_key` of the paragraph, and of the decision, that a stretch becomes: the same for the same place of the same text. */
export function putBackKey(sourceId: string, start: number): string {
  return `${sourceId.replace(/^.{0,40}[.-]/u, '').slice(0, 6)}-p${start}`
}

const BODY_KEY = /^body\[_key=="(?<key>[^"]{1,100})"\]/u
const CHILD_KEY = /\.children\[_key=="(?<key>[^"]{1,100})"\]\.text$/u

function bodyKey(target: string): string {
  return BODY_KEY.exec(target)?.groups?.['key'] ?? ''
}

/** Only where the words before the stretch still stand as they were received. */
function placeInside(
  {raw, spans}: ReceivedText,
  start: number,
  before: ReceivedText['spans'][number],
  article: unknown,
): PutBackPlace | undefined {
  const target = before.targets.find((path) => bodyKey(path) !== '') ?? ''
  const childKey = CHILD_KEY.exec(target)?.groups?.['key'] ?? ''
  const textBefore = spans
    .filter((span) => span.start < start && span.targets.includes(target))
    .map((span) => span.value ?? raw.slice(span.start, span.end))
    .join('')
    .trimEnd()
  const key = bodyKey(target)
  const block = itemsOf(article, 'body').find((candidate) => candidate['_key'] === key)
  const child = itemsOf(block, 'children').find((candidate) => candidate['_key'] === childKey)
  const text = blockText({children: [child ?? {}]})
  if (!text.startsWith(textBefore) || textBefore === '') return undefined
  return {type: 'inside', key, childKey, offset: textBefore.length}
}
