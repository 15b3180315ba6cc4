import {type ArticleDocument, buildArticle} from './build-article.ts'
import {type ArticleRecordDocument, buildRecord} from './build-record.ts'
import {type SourceTextDocument, buildSource} from './build-source.ts'
import type {DocumentContext} from './document-context.ts'
import type {ParsedCopy} from './parse-copy.ts'
import {type VersionKind, versionKind} from './version-kind.ts'

export interface BuiltDocuments {
  readonly kind: VersionKind
  readonly source: SourceTextDocument
  readonly article: ArticleDocument
  readonly record: ArticleRecordDocument
}

/**
 * Makes the three documents of a received text: the text itself, the draft of its article, the desk's record of it.
 *
 * @param keyPrefix - The one the copy was parsed with
 */
export function buildDocuments(
  parsed: ParsedCopy,
  keyPrefix: string,
  context: DocumentContext,
): BuiltDocuments {
  const kind = context.notes?.kind ?? versionKind(parsed.snapshot)
  return {
    kind,
    source: buildSource(parsed, kind, keyPrefix, context),
    article: buildArticle(parsed.snapshot, keyPrefix, context),
    record: buildRecord(parsed, kind, keyPrefix, context),
  }
}
