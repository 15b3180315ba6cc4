import {isRecord} from '../store/lake-document.ts'

/**
 * Gives every object in an array that has no `_key` one: what `autoGenerateArrayKeys` asks for.
 *
 * @param newKey - Makes a key; must not repeat within an array
 */
export function addArrayKeys(value: unknown, newKey: () => string): unknown {
  if (Array.isArray(value)) {
    return value.map((element: unknown) => {
      const keyed = addArrayKeys(element, newKey)
      return isRecord(keyed) && typeof keyed['_key'] !== 'string'
        ? {...keyed, _key: newKey()}
        : keyed
    })
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, attribute]) => [name, addArrayKeys(attribute, newKey)]),
  )
}
