import {isRecord} from '../store/lake-document.ts'

/**
 * Makes references strong that the Studio kept weak while their target was not published: those with `_strengthenOnPublish`.
 * Where the schema itself wants a weak reference (`_strengthenOnPublish.weak`), it stays weak.
 */
export function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (!isRecord(value)) return value
  const {_strengthenOnPublish: wish, ...rest} = value
  const {_weak, ...strong} = rest
  const kept =
    isRecord(wish) && typeof value['_ref'] === 'string' && wish['weak'] !== true ? strong : rest
  return Object.fromEntries(
    Object.entries(kept).map(([name, attribute]) => [name, strengthenReferences(attribute)]),
  )
}
