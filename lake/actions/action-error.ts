import type {MutationFault} from '../mutations/mutation-error.ts'

export interface ActionFault {
  readonly type: 'validationError' | 'releaseStateError' | MutationFault['type']
  readonly description: string
  readonly id?: string
}

/** An action that cannot be done on what is stored; nothing of its request was. */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly fault: ActionFault
  readonly statusCode: 400 | 404 | 409
  /** Which action of the request, from 0 */
  readonly index: number

  constructor(fault: ActionFault, statusCode: ActionError['statusCode'], index: number) {
    super(fault.description)
    this.fault = fault
    this.statusCode = statusCode
    this.index = index
  }
}
