import {type Fields, fieldOf, referenceOf, stringsOf, textOf} from '../../schemas/rules/narrow.ts'
import type {TypedByline} from './parse-byline.ts'

/**
 * The contributor whose name, printed name or alias is exactly this.
 *
 * @returns `undefined` where nobody is, or where several are: then a person chooses
 */
export function contributorNamed(
  name: string,
  contributors: readonly Fields[],
): Fields | undefined {
  const named = contributors.filter(
    (contributor) =>
      textOf(contributor, 'name') === name ||
      textOf(contributor, 'bylineName') === name ||
      stringsOf(contributor, 'aliases').includes(name),
  )
  return named.length === 1 ? named[0] : undefined
}

/** The name that an entry is printed with. */
export function printedNameOf(entry: Fields, contributors: readonly Fields[]): string {
  const id = referenceOf(entry, 'contributor')
  const contributor = contributors.find((candidate) => textOf(candidate, '_id') === id)
  return (
    textOf(contributor, 'bylineName') ||
    textOf(contributor, 'name') ||
    textOf(entry, 'nameAsWritten')
  )
}

/**
 * The article's `bylines` for what was typed. Entries that were there keep their key and their link; a new name is linked to the one
 * contributor who has it, else stays as written.
 *
 * @param newKey - A `_key` that no other entry has
 */
export function applyByline(
  typed: readonly TypedByline[],
  entries: readonly Fields[],
  contributors: readonly Fields[],
  newKey: () => string,
): readonly Fields[] {
  const left = [...entries]
  return typed.map(({name, role, ...details}) => {
    const isSame = (entry: Fields) => printedNameOf(entry, contributors) === name
    const both = left.findIndex((entry) => isSame(entry) && entry['role'] === role)
    const at = both === -1 ? left.findIndex(isSame) : both
    const [before] = at === -1 ? [] : left.splice(at, 1)
    const kept = before && isLinked(before) ? before['contributor'] : undefined
    const id = textOf(contributorNamed(name, contributors), '_id')
    const contributor = kept ?? (id === '' ? undefined : {_type: 'reference', _ref: id})
    const _key = textOf(before, '_key') || newKey()
    const who = contributor === undefined ? {nameAsWritten: name} : {contributor}
    const collective = fieldOf(before, 'collective') === true ? {collective: true} : {}
    return Object.assign({_key, _type: 'byline'}, who, {role}, collective, details)
  })
}

function isLinked(entry: Fields): boolean {
  return referenceOf(entry, 'contributor') !== ''
}
