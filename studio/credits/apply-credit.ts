import {type Fields, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import type {DeskAgency} from './desk-agency.ts'
import type {TypedCredit} from './parse-credit.ts'

/** The name that an entry is printed with. */
export function creditedName(entry: Fields, agencies: readonly DeskAgency[]): string {
  const agency = agencies.find(({id}) => id === referenceOf(entry, 'source'))
  return agency?.creditStyle || agency?.name || textOf(entry, 'nameAsWritten')
}

/**
 * The article's `wireCredits` for what was typed. Entries that were there keep their key and what they received: the verbatim credit and its
 * place.
 *
 * @param newKey - A `_key` that no other entry has
 */
export function applyCredit(
  typed: readonly TypedCredit<DeskAgency>[],
  entries: readonly Fields[],
  newKey: () => string,
): readonly Fields[] {
  const left = [...entries]
  return typed.map(({name, relation, agency}) => {
    const at = left.findIndex((entry) =>
      agency
        ? referenceOf(entry, 'source') === agency.id
        : textOf(entry, 'nameAsWritten').toLowerCase() === name.toLowerCase(),
    )
    const [before] = at === -1 ? [] : left.splice(at, 1)
    const {
      source: _source,
      nameAsWritten,
      ...kept
    } = before ?? {_key: newKey(), _type: 'wireCredit'}
    const who = agency
      ? {source: {_type: 'reference', _ref: agency.id}}
      : {nameAsWritten: nameAsWritten ?? name}
    return Object.assign(kept, who, {relation})
  })
}
