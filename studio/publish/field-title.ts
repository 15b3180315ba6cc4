import {studioPath} from '@sanity/client/csm'
import {isArraySchemaType, isObjectSchemaType, type SchemaType} from '@sanity/types'

/**
 * What a field is called in the form, for a list that leads there: `Lead picture, Alternative text` for `leadImage.alt`.
 *
 * @param type - Of the document
 * @returns As much as the schema knows of the path; `''` for the document itself
 */
export function fieldTitle(type: SchemaType | undefined, path: string): string {
  const titles: string[] = []
  let types: readonly SchemaType[] = type ? [type] : []
  for (const segment of path === '' ? [] : studioPath.fromString(path)) {
    if (typeof segment !== 'string') {
      types = types.flatMap((one) => (isArraySchemaType(one) ? one.of : []))
      continue
    }
    const field = types
      .flatMap((one) => (isObjectSchemaType(one) ? one.fields : []))
      .find(({name}) => name === segment)
    if (!field) break
    titles.push(field.type.title ?? field.name)
    types = [field.type]
  }
  return titles.join(', ')
}
