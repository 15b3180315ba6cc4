import {applyMutation, type MutationContext} from '../mutations/apply-mutation.ts'
import {MutationError} from '../mutations/mutation-error.ts'
import {parseMutation} from '../mutations/parse-mutation.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import type {ActionContext} from './action-context.ts'
import {ActionError} from './action-error.ts'
import {documentActions} from './document-actions.ts'
import {releaseActions} from './release-actions.ts'
import {versionActions} from './version-actions.ts'

const handlers = new Map([...documentActions, ...versionActions, ...releaseActions])

export interface ActionWorkspace extends Omit<MutationContext, 'autoGenerateArrayKeys'> {
  readonly versionsOf: (release: string) => readonly string[]
  readonly unpublishedOf: (publishedId: string) => readonly string[]
  readonly archivedVersions: (release: string) => readonly LakeDocument[]
}

/**
 * Runs one action of the actions API: it becomes mutations on the working documents.
 *
 * @param input - `{actionType: 'sanity.action.…', …}`, anything from outside
 * @throws {ActionError}
 */
export async function runAction(
  input: unknown,
  index: number,
  workspace: ActionWorkspace,
): Promise<void> {
  const actionType = isRecord(input) ? input['actionType'] : undefined
  const handler = typeof actionType === 'string' ? handlers.get(actionType) : undefined
  if (!handler || !isRecord(input)) {
    throw new ActionError(
      {type: 'validationError', description: `Unknown action ${JSON.stringify(actionType)}`},
      400,
      index,
    )
  }
  try {
    await handler(createContext(input, index, workspace))
  } catch (error) {
    if (error instanceof MutationError) throw new ActionError(error.fault, error.statusCode, index)
    throw error
  }
}

function createContext(
  action: Readonly<Record<string, unknown>>,
  index: number,
  workspace: ActionWorkspace,
): ActionContext {
  const {working, timestamp, versionsOf, unpublishedOf, archivedVersions} = workspace
  async function apply(mutation: unknown, autoGenerateArrayKeys: boolean): Promise<void> {
    const context = {...workspace, autoGenerateArrayKeys}
    await applyMutation(parseMutation(mutation, index), index, context)
  }
  return {
    action,
    index,
    timestamp,
    archivedVersions,
    get: (id) => working.get(id),
    versionsOf,
    unpublishedOf,
    mutate: (mutation) => apply(mutation, false),
    take: (mutation) => apply(mutation, true),
  }
}
