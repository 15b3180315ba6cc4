import {isRecord} from './lake-document.ts'

export interface StoredReference {
  readonly to: string
  /** A strong reference keeps its target from being deleted */
  readonly strong: boolean
}

/**
 * Every reference in a value, one per target (strong wins over weak). References into other datasets are not counted as strong: nothing here can keep them whole.
 * It must find at least what GROQ's `references()` finds: any object with a string in `_ref`.
 */
export function findReferences(value: unknown): readonly StoredReference[] {
  const found = new Map<string, boolean>()
  collect(value, found)
  return [...found].map(([to, strong]) => ({to, strong}))
}

function collect(value: unknown, found: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    for (const element of value) collect(element, found)
    return
  }
  if (!isRecord(value)) return
  const target = value['_ref']
  if (typeof target === 'string' && target !== '') {
    const strong = value['_weak'] !== true && !('_dataset' in value) && !('_projectId' in value)
    found.set(target, strong || found.get(target) === true)
  }
  for (const attribute of Object.values(value)) collect(attribute, found)
}
