import {BufferedDocument, Mutation} from '@sanity/mutator'

/**
 * Lets a colleague publish while somebody types. Publishing deletes the draft, and Sanity's mutator then throws away what was typed and not
 * sent yet, or throws, which takes down the whole Studio. Here it is sent first, and the draft stays as the editor sees it: from an edit
 * without a draft the lake makes one of what was published.
 */
export function outlivePublishing(): void {
  /* oxlint-disable typescript/unbound-method -- called below with what they belong to */
  const {apply} = Mutation.prototype
  const {add, arrive, commit} = BufferedDocument.prototype
  /* oxlint-enable typescript/unbound-method */
  Mutation.prototype.apply = function applyWhereThereIsOne(document) {
    return document === null && !this.appliesToMissingDocument() ? null : apply.call(this, document)
  }
  BufferedDocument.prototype.add = function addToWhatIsThere(mutation) {
    const isMeantForOne = !mutation.appliesToMissingDocument()
    add.call(this, withDraft(mutation, this.LOCAL ?? (isMeantForOne ? gone.get(this) : null)))
  }
  BufferedDocument.prototype.commit = function commitAndKnow() {
    if (!this.buffer.hasChanges()) return commit.call(this)
    const sent = commit.call(this)
    const all = Promise.allSettled([underway.get(this), sent])
    underway.set(this, all)
    void all.then(() => underway.get(this) === all && underway.delete(this))
    return sent
  }
  BufferedDocument.prototype.arrive = function arriveAfterWhatWasTyped(mutation) {
    const arriveNow = () => {
      const wasMissing = this.document.HEAD === null
      const draft = this.LOCAL
      arrive.call(this, mutation)
      if (draft && this.LOCAL === null) gone.set(this, draft)
      // What the lake made counts, where it is not what was expected
      if (wasMissing && this.document.HEAD !== null) this.document.rebase([])
    }
    if (!mutation.mutations.some((change) => change.delete)) return arriveNow()
    void this.commit()
    const sent = underway.get(this)
    // Later events find their place behind this one by themselves.
    return sent ? void sent.then(arriveNow) : arriveNow()
  }
}

/** What a document has sent and has no answer to. */
const underway = new WeakMap<BufferedDocument, Promise<unknown>>()

/** Drafts that went with nothing on its way to them: a key that is pressed before the form knows of it is meant for them still. */
const gone = new WeakMap<BufferedDocument, NonNullable<BufferedDocument['LOCAL']>>()

/** The mutation with the draft it was made for, in case that is gone by then; what Sanity sends to the lake leaves that out. */
function withDraft(mutation: Mutation, draft: BufferedDocument['LOCAL'] | undefined): Mutation {
  if (!draft?._id.startsWith('drafts.')) return mutation
  const changes = mutation.mutations.filter((change) => !change.createIfNotExists)
  return new Mutation({
    ...mutation.params,
    mutations: [{createIfNotExists: {...draft}}, ...changes],
  })
}
