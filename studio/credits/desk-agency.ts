import type {Agency} from '../../ingest/agencies/agency.ts'
import {stringsOf, textOf} from '../../schemas/rules/narrow.ts'

/** A wire source of the desk, as the readers of copy know an agency. */
export interface DeskAgency extends Agency {
  /** Of its document */
  readonly id: string
}

/** @param document - A `wireSource`; `undefined` for one without a name */
export function readDeskAgency(document: unknown): DeskAgency | undefined {
  const name = textOf(document, 'name')
  const id = textOf(document, '_id')
  if (name === '' || id === '') return undefined
  return {
    id,
    code: textOf(document, 'code') || id,
    name,
    aliases: stringsOf(document, 'aliases'),
    kind: 'wire',
    datelineForms: [],
    creditStyle: textOf(document, 'creditStyle'),
    url: '',
  }
}
