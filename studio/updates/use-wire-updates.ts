import {useMemo} from 'react'

import {contributorsByAlias} from '../../ingest/contributors-by-alias.ts'
import {storyVersions} from '../../ingest/story-versions.ts'
import {type Fields, fieldOf, itemsOf, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {useContributors} from '../credits/use-contributors.ts'
import {type ReceivedText, readReceivedText} from '../source/received-text.ts'

/** A received text that the article has taken. */
export interface WireVersion {
  readonly text: ReceivedText
  /** As `storyVersions` reads it */
  readonly fields: Fields
}

/** The versions of a story that an article was made from. */
export type WireUpdates =
  | {readonly type: 'loading'}
  /** There is one text or none: nothing to compare */
  | {readonly type: 'none'}
  | {readonly type: 'fault'; readonly message: string}
  | {
      readonly type: 'versions'
      readonly record: unknown
      /** Oldest first, at least two */
      readonly versions: readonly WireVersion[]
      /** Texts that changed no word, and why: a kill, an advisory, what came late */
      readonly notices: readonly ReceivedText[]
      /** Printed name of a contributor, by id */
      readonly names: ReadonlyMap<string, string>
    }

/**
 * Reads the versions of an article's story, live.
 *
 * @param article - As the form shows it
 */
export function useWireUpdates(article: Fields): WireUpdates {
  const records = useStoredDocuments([recordIdOf(textOf(article, '_id'))])
  const record: unknown = records?.[0]
  const origins = itemsOf(record, 'origins')
  const sources = useStoredDocuments(origins.map((origin) => referenceOf(origin, 'source')))
  const contributors = useContributors(contributorIds(article), writtenNames(sources ?? []))

  return useMemo(() => {
    if (!records || !sources || !contributors) return {type: 'loading'}
    const isNotice = (index: number) => textOf(itemsOf(record, 'origins')[index], 'unmerged') !== ''
    const stored = sources.map((source, index) => ({source, isNotice: isNotice(index)}))
    try {
      const taken = stored
        .filter((entry) => !entry.isNotice)
        .map(({source}) => source)
        .filter((source) => source !== undefined)
      const fields = storyVersions(taken, contributorsByAlias(contributors))
      const versions = taken.flatMap((source, index) => {
        const [text, said] = [readReceivedText(source), fields[index]]
        return text && said ? [{text, fields: said}] : []
      })
      const notices = stored.flatMap(
        (entry) => (entry.isNotice && readReceivedText(entry.source)) || [],
      )
      return versions.length < 2 && notices.length === 0
        ? {type: 'none'}
        : {type: 'versions', record, versions, notices, names: namesOf(contributors)}
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return {type: 'fault', message: error.message}
    }
  }, [records, record, sources, contributors])
}

function contributorIds(article: Fields): readonly string[] {
  return itemsOf(article, 'bylines')
    .map((byline) => referenceOf(byline, 'contributor'))
    .filter(Boolean)
}

/** Names as the copy and its notes write them. */
function writtenNames(sources: readonly unknown[]): readonly string[] {
  const names = sources.flatMap((source) => {
    const bylines = itemsOf(readJson(textOf(source, 'parsed')), 'bylines')
    const noted = fieldOf(readJson(textOf(source, 'notes')), 'byline')
    return [
      ...bylines.map((byline) => textOf(byline, 'nameAsWritten')),
      ...(Array.isArray(noted) ? noted.filter((name) => typeof name === 'string') : []),
    ]
  })
  return [...new Set(names.filter(Boolean))]
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // `storyVersions` says so
    return undefined
  }
}

function namesOf(contributors: readonly Fields[]): ReadonlyMap<string, string> {
  return new Map(
    contributors.map((contributor) => [
      textOf(contributor, '_id'),
      textOf(contributor, 'bylineName') || textOf(contributor, 'name'),
    ]),
  )
}
