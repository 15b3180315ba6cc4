/** One failed mutation or action, in the hosted lake's form. `type` is what clients switch on. */
export interface MutationFault {
  readonly type:
    | 'documentAlreadyExistsError'
    | 'documentNotFoundError'
    | 'documentRevisionIDDoesNotMatchError'
    | 'documentHasExistingReferencesError'
    | 'documentReferencesNonExistentDocumentError'
    | 'duplicateTransactionError'
    | 'validationError'
  readonly description: string
  readonly id?: string
  readonly referencingIDs?: readonly string[]
  readonly referenceID?: string
  readonly expected?: string
  readonly actual?: string
}

/**
 * A write that cannot be done as asked: nothing of its transaction was stored. Final for the caller (the Studio throws the edit away), so never for a passing fault.
 */
export class MutationError extends Error {
  override readonly name = 'MutationError'
  readonly fault: MutationFault
  /** Which mutation or action of the request, from 0 */
  readonly index: number

  constructor(fault: MutationFault, index: number) {
    super(fault.description)
    this.fault = fault
    this.index = index
  }

  /** 400 for what can never work, 404 for a missing document, 409 for a conflict with what is stored */
  get statusCode(): 400 | 404 | 409 {
    switch (this.fault.type) {
      case 'validationError':
        return 400
      case 'documentNotFoundError':
        return 404
      case 'documentAlreadyExistsError':
      case 'documentRevisionIDDoesNotMatchError':
      case 'documentHasExistingReferencesError':
      case 'documentReferencesNonExistentDocumentError':
      case 'duplicateTransactionError':
        return 409
      default:
        return this.fault.type
    }
  }
}

export function invalid(description: string, index: number, id?: string): MutationError {
  return new MutationError(
    {type: 'validationError', description, ...(id !== undefined && {id})},
    index,
  )
}
