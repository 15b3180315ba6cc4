import type {DocumentReference} from '../snapshot.ts'
import type {Publication} from './publication.ts'

export function publicationReference({code}: Publication): DocumentReference {
  return {_type: 'reference', _ref: `publication-${code.toLowerCase()}`}
}
