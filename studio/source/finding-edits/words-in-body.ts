import {type Fields, fieldOf, itemsOf} from '../../../schemas/rules/narrow.ts'
import type {OpenFinding} from '../open-findings.ts'
import type {FindingPlace} from './finding-edit.ts'

/** Where the words of a finding stand in the body, as long as what was received up to them is unchanged. */
export function wordsInBody(
  {start, end}: OpenFinding,
  {article, source: {raw, spans}}: FindingPlace,
):
  | {
      readonly path: string
      readonly before: string
      readonly words: string
      readonly behind: string
    }
  | undefined {
  const span = spans.find((candidate) => candidate.start <= start && candidate.end > start)
  const path = span?.targets.find(isChild)
  if (!span || path === undefined) return undefined
  const read = (from: number, to: number) =>
    spans
      .filter((part) => part.targets.includes(path) && part.start < to && part.end > from)
      .map((part) => {
        const text = part.value ?? raw.slice(part.start, part.end)
        return text.slice(Math.max(0, from - part.start), Math.max(0, to - part.start))
      })
      .join('')
  const before = read(0, start)
  const words = read(start, end).trimEnd()
  const text = childText(article, path)
  if (text === undefined || words === '') return undefined
  const there = text.slice(before.length, before.length + words.length)
  if (!text.startsWith(before) || there.toLowerCase() !== words.toLowerCase()) return undefined
  return {path, before, words: there, behind: text.slice(before.length + words.length)}
}

export function childText(article: Fields, path: string): string | undefined {
  const {key, child} = CHILD.exec(path)?.groups ?? {}
  const block = itemsOf(article, 'body').find((candidate) => candidate['_key'] === key)
  const span = itemsOf(block, 'children').find((candidate) => candidate['_key'] === child)
  const text = fieldOf(span, 'text')
  return typeof text === 'string' ? text : undefined
}

export function isChild(target: string): boolean {
  return CHILD.test(target)
}

const CHILD =
  /^body\[_key=="(?<key>[^"]{1,100})"\]\.children\[_key=="(?<child>[^"]{1,100})"\]\.text$/u
