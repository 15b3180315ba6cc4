import {Mutation} from '@sanity/mutator'

/**
 * Lets a colleague publish while somebody types. Publishing deletes the draft; a change that is on its way to it then has no document, and
 * Sanity's mutator throws, which takes down the whole Studio until it is reloaded. Such a change makes nothing of nothing, as the lake says too.
 */
export function outlivePublishing(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called below with the mutation it belongs to
  const {apply} = Mutation.prototype
  Mutation.prototype.apply = function applyWhereThereIsOne(document) {
    return document === null && !this.appliesToMissingDocument() ? null : apply.call(this, document)
  }
}
