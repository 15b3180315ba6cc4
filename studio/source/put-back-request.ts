import type {Mutation} from '@sanity/client'

import {ESCAPED, unescapeReference} from '../../ingest/unescape.ts'
import {blockText} from '../../schemas/portable-text.ts'
import {type Fields, fieldOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {draftFirst} from './draft-first.ts'
import {putBackKey, type PutBackPlace, putBackPlace} from './put-back-place.ts'
import type {ReceivedText} from './received-text.ts'
import {recordFirst} from './record-first.ts'

/** A stretch that was taken out or that no rule understood, and what an editor's decision about it is made from. */
export interface DecisionContext {
  /** As the form shows it */
  readonly article: Fields
  readonly source: ReceivedText
  /** Half-open, in UTF-16 code units of the received text */
  readonly stretch: {readonly start: number; readonly end: number; readonly rule: string}
  /** Who decides, as the record names them */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
  /** Whether the desk has a document of the rule that took the stretch out: then it counts there */
  readonly hasRule: boolean
}

/**
 * Puts a stretch back: the words into the body at their place, the decision on the record, one more on the rule's count. One
 * transaction, so that no count is without its words.
 */
export function putBackRequest(context: DecisionContext): Mutation[] {
  const {article, source, stretch, hasRule} = context
  const [draftId, draft] = draftFirst(article)
  const place = putBackPlace(source, stretch.start, article)
  return [
    draft,
    {patch: {id: draftId, ...insertion(place, context)}},
    ...decide('putBack', context),
    ...(hasRule
      ? [{patch: {id: ruleId(stretch.rule), setIfMissing: {putBacks: 0}, inc: {putBacks: 1}}}]
      : []),
  ]
}

/** Leaves a stretch out that no rule understood: only the decision, on the record. */
export function leaveOutRequest(context: DecisionContext): Mutation[] {
  return decide('dismissed', context)
}

/**
 * Takes a decision back, and the words that it put into the body.
 *
 * @returns `undefined` when the words were edited since: then a person has to take them out
 */
export function undoRequest(context: DecisionContext): Mutation[] | undefined {
  const {article, source, stretch, hasRule} = context
  const [draftId, draft] = draftFirst(article)
  const keys = decidedSpans(context).map((span) => putBackKey(source.id, span.start))
  const undecide = {
    patch: {id: recordId(article), unset: keys.map((key) => `resolutions[_key=="${key}"]`)},
  }
  const removal = removalOf(context)
  if (removal === 'edited') return undefined
  return [
    ...(removal ? [draft, {patch: {id: draftId, ...removal}}] : []),
    undecide,
    ...(removal && hasRule ? [{patch: {id: ruleId(stretch.rule), dec: {putBacks: 1}}}] : []),
  ]
}

/** Id of the document of a rule: `read-more@1` stands in `rule.read-more`. */
export function ruleId(rule: string): string {
  return `rule.${rule.replace(/@\d{1,6}$/u, '')}`
}

/** The words of a stretch as a paragraph holds them. */
export function wordsOf(source: ReceivedText, {start, end}: DecisionContext['stretch']): string {
  return source.raw
    .slice(start, end)
    .replaceAll(ESCAPES, (reference) => unescapeReference(reference) ?? reference)
    .replaceAll(/\s{1,1000}/gu, ' ')
    .trim()
}

const ESCAPES = new RegExp(ESCAPED, 'gu')

function insertion(place: PutBackPlace, {article, source, stretch}: DecisionContext) {
  const key = putBackKey(source.id, stretch.start)
  const text = wordsOf(source, stretch)
  if (place.type === 'inside') {
    const path = `body[_key=="${place.key}"].children[_key=="${place.childKey}"].text`
    const before = childText(article, place.key, place.childKey)
    const [head, tail] = [before.slice(0, place.offset), before.slice(place.offset)]
    return {set: {[path]: `${head} ${text}${tail}`}}
  }
  const block = {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: `${key}s0`, _type: 'span', marks: [], text}],
  }
  const empty = {setIfMissing: {body: []}}
  if (place.type === 'end') return {...empty, insert: {after: 'body[-1]', items: [block]}}
  const next = `body[_key=="${place.key}"]`
  return place.type === 'after'
    ? {...empty, insert: {after: next, items: [block]}}
    : {...empty, insert: {before: next, items: [block]}}
}

function decide(kind: 'putBack' | 'dismissed', context: DecisionContext): Mutation[] {
  const {article, source, by, at} = context
  return [
    recordFirst(article),
    {
      patch: {
        id: recordId(article),
        setIfMissing: {resolutions: []},
        insert: {
          after: 'resolutions[-1]',
          items: decidedSpans(context).map(({start, end}) => ({
            _key: putBackKey(source.id, start),
            _type: 'resolution',
            kind,
            source: {_type: 'reference', _ref: source.id, _weak: true},
            start,
            end,
            by,
            at,
          })),
        },
      },
    },
  ]
}

/** A gate asks for a decision on each span: a stretch may be several, with white space between. */
function decidedSpans({source, stretch}: DecisionContext) {
  return source.spans.filter(
    ({start, end, kind}) =>
      start >= stretch.start && end <= stretch.end && kind !== 'separator' && kind !== 'field',
  )
}

function removalOf({article, source, stretch}: DecisionContext) {
  const key = putBackKey(source.id, stretch.start)
  const text = wordsOf(source, stretch)
  const blocks = itemsOf(article, 'body')
  const own = blocks.find((block) => block['_key'] === key)
  if (own) {
    return blockText(own) === text ? {unset: [`body[_key=="${key}"]`]} : ('edited' as const)
  }
  const place = putBackPlace(source, stretch.start, article)
  if (place.type !== 'inside') return undefined
  const before = childText(article, place.key, place.childKey)
  const from = before.slice(place.offset)
  if (!from.startsWith(` ${text}`)) return 'edited' as const
  const path = `body[_key=="${place.key}"].children[_key=="${place.childKey}"].text`
  return {
    set: {[path]: before.slice(0, place.offset) + from.slice(text.length + 1)},
  }
}

function childText(article: Fields, key: string, childKey: string): string {
  const block = itemsOf(article, 'body').find((candidate) => candidate['_key'] === key)
  const child = itemsOf(block, 'children').find((candidate) => candidate['_key'] === childKey)
  const text = fieldOf(child, 'text')
  return typeof text === 'string' ? text : ''
}

function recordId(article: Fields): string {
  return recordIdOf(textOf(article, '_id'))
}
