import {isDocumentId, publishedIdOf, readAddress} from '../store/document-ids.ts'
import type {ActionContext} from './action-context.ts'
import {ActionError} from './action-error.ts'

/**
 * The id of a draft or version. An action that works on one never touches a published document, whatever id it is given.
 *
 * @param publishedId - Whose draft or version it must be; without it, anybody's
 * @throws {ActionError} 400
 */
export function checkLayerId(
  {index}: Pick<ActionContext, 'index'>,
  id: unknown,
  publishedId?: string,
): string {
  const isLayer = isDocumentId(id) && readAddress(id).layer.type !== 'published'
  if (isLayer && (publishedId === undefined || publishedIdOf(id) === publishedId)) return id
  throw new ActionError(
    {
      type: 'validationError',
      description: `${JSON.stringify(id)} is no draft or version${publishedId === undefined ? '' : ` of "${publishedId}"`}`,
      ...(typeof id === 'string' && {id}),
    },
    400,
    index,
  )
}
