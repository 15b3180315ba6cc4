import {type Fields, isFields, itemsOf} from './merge-content.ts'

/** What a stored received text said, and how names were linked. */
export interface StoredCopy {
  /** `sourceText.parsed`, read from its JSON */
  readonly parsed: unknown
  /** `sourceText.notes`, read from its JSON */
  readonly notes: unknown
  readonly keyPrefix: string
  readonly contributorsByAlias: ReadonlyMap<string, string>
}

/** The fields that an article had when it was made from a stored text: the base of a merge. Made as `buildDocuments` makes them. */
export function fieldsOfStoredCopy({
  parsed,
  notes,
  keyPrefix,
  contributorsByAlias,
}: StoredCopy): Fields {
  const snapshot = {...fieldsOfStoredNotes(notes, keyPrefix), ...(isFields(parsed) ? parsed : {})}
  const {bylines, correctionText, embargoText, ...fields} = snapshot
  return {
    ...fields,
    ...(Array.isArray(bylines) && {
      bylines: itemsOf(bylines).map(({nameAsWritten, ...byline}) => {
        const id =
          typeof nameAsWritten === 'string' ? contributorsByAlias.get(nameAsWritten) : undefined
        if (id !== undefined)
          return withField(byline, 'contributor', {_type: 'reference', _ref: id})
        return nameAsWritten === undefined
          ? byline
          : withField(byline, 'nameAsWritten', nameAsWritten)
      }),
    }),
    ...(typeof embargoText === 'string' && {
      embargo: {_type: 'embargo', active: true, textAsReceived: embargoText},
    }),
    ...(typeof correctionText === 'string' && {
      corrections: [
        {
          _key: `${keyPrefix}-n1`,
          _type: 'correction',
          type: 'correction',
          text: correctionText,
        },
      ],
    }),
  }
}

function withField(fields: Fields, name: string, value: unknown): Fields {
  return {...fields, [name]: value}
}

/**
 * The fields of an article that came with a stored text and not in it.
 *
 * @param notes - `sourceText.notes`, read from its JSON
 */
export function fieldsOfStoredNotes(notes: unknown, keyPrefix: string): Fields {
  if (!isFields(notes)) return {}
  const {headline, byline} = notes
  return {
    ...(headline !== undefined && {headline}),
    ...(Array.isArray(byline) && {
      bylines: byline.map((nameAsWritten: unknown, index) => ({
        _key: `${keyPrefix}-m${index + 1}`,
        _type: 'byline',
        role: 'by',
        nameAsWritten,
      })),
    }),
  }
}
