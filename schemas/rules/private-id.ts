import {textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

/**
 * Whether a document with this id needs a token to be read. On a public dataset everything without a dot in its id
 * is open to anyone; drafts and versions carry a dot too.
 */
export function isPrivateId(id: string): boolean {
  return id.includes('.')
}

/** A type that readers must not see keeps a dotted id even when it is published. */
export function privateOncePublished(document: unknown): Verdict {
  const id = textOf(document, '_id').replace(/^(?:drafts|versions\.[^.]{1,100})\./u, '')
  if (isPrivateId(id)) return true
  return `Anyone could read "${id}": a document of this type needs an id with a dot, such as "record.${id}"`
}
