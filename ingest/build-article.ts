import {fieldsOfNotes} from './copy-notes.ts'
import type {DocumentContext} from './document-context.ts'
import {publicationReference} from './publications/publication-reference.ts'
import type {DocumentReference, Snapshot, SnapshotByline} from './snapshot.ts'

export interface ArticleDocument extends Pick<
  Snapshot,
  | 'headline'
  | 'standfirst'
  | 'keyPoints'
  | 'wireCredits'
  | 'dateline'
  | 'body'
  | 'slugline'
  | 'authorNote'
  | 'copyrightNotice'
> {
  readonly _id: string
  readonly _type: 'article'
  readonly bylines?: readonly ArticleByline[]
  readonly embargo?: {
    readonly _type: 'embargo'
    readonly active: true
    readonly textAsReceived: string
  }
  readonly corrections?: readonly ArticleCorrection[]
  readonly publication?: DocumentReference
  readonly language?: string
  readonly pubStatus: 'usable'
}

/** A known author is a reference, an unknown one the name as written; never both. */
type ArticleByline = SnapshotByline & {readonly contributor?: DocumentReference}

/** Without `at`: the copy does not say when; an editor must, before it is published. */
interface ArticleCorrection {
  readonly _key: string
  readonly _type: 'correction'
  readonly type: 'correction'
  readonly text: string
}

/** Makes the draft of the article that a text became. */
export function buildArticle(
  snapshot: Snapshot,
  keyPrefix: string,
  {articleId, publication, contributorsByAlias, notes}: DocumentContext,
): ArticleDocument {
  // what lives elsewhere is taken out; the rest has the names and shapes of the article
  const {
    bylines,
    versionMark: _mark,
    signOff: _signOff,
    sourceDate: _date,
    captions: _captions,
    correctionText,
    embargoText,
    ...fields
  } = {...fieldsOfNotes(notes, keyPrefix), ...snapshot}
  return {
    _id: `drafts.${articleId}`,
    _type: 'article',
    ...fields,
    ...(bylines && {
      bylines: bylines.map((byline) => linkContributor(byline, contributorsByAlias)),
    }),
    ...(embargoText !== undefined && {
      embargo: {_type: 'embargo', active: true, textAsReceived: embargoText},
    }),
    ...(correctionText !== undefined && {
      corrections: [
        {_key: `${keyPrefix}-n1`, _type: 'correction', type: 'correction', text: correctionText},
      ],
    }),
    ...(publication && {
      publication: publicationReference(publication),
      language: publication.language,
    }),
    pubStatus: 'usable',
  }
}

function linkContributor(
  byline: SnapshotByline,
  contributorsByAlias: ReadonlyMap<string, string> | undefined,
): ArticleByline {
  const {nameAsWritten, ...rest} = byline
  const id = nameAsWritten === undefined ? undefined : contributorsByAlias?.get(nameAsWritten)
  return id === undefined ? byline : {...rest, contributor: {_type: 'reference', _ref: id}}
}
