import type {Fields} from './merge-content.ts'
import type {Snapshot} from './snapshot.ts'

/** Properties that are keys, types, choices or readings of another text: no span bears them out. */
const DERIVED: ReadonlySet<string> = new Set([
  '_key',
  '_type',
  '_ref',
  'style',
  'role',
  'relation',
  'position',
  'marks',
  'markDefs',
])
/** Read from `dateline.text` or from a credit's `verbatim`. */
const DERIVED_PATHS = /^(?:dateline\.(?:place|date)|wireCredits\[_key=="[^"]*"\]\.nameAsWritten)$/u

/**
 * Every text of a snapshot that must have come from the copy, by its path.
 *
 * @example
 * snapshotTexts({headline: 'Harbour reopens', body: []}) // Map {'headline' => 'Harbour reopens'}
 */
export function snapshotTexts(snapshot: Snapshot | Fields): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  collect(snapshot, '', texts)
  return texts
}

function collect(value: unknown, path: string, texts: Map<string, string>): void {
  if (typeof value === 'string') {
    if (!DERIVED_PATHS.test(path)) texts.set(path, value)
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, `${path}[_key=="${keyOf(item)}"]`, texts)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, property] of Object.entries(value)) {
      if (DERIVED.has(name)) continue
      collect(property, path === '' ? name : `${path}.${name}`, texts)
    }
  }
}

function keyOf(item: unknown): string {
  if (typeof item !== 'object' || item === null || !('_key' in item)) return ''
  return typeof item._key === 'string' ? item._key : ''
}
