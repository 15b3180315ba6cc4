import {syncTagsOfChange} from '../events/sync-tags.ts'
import {readAddress} from '../store/document-ids.ts'
import type {LoggedChange} from '../store/transaction-log.ts'
import {questionKey} from './question-key.ts'
import type {QueryQuestion} from './question.ts'

type Answer = Uint8Array<ArrayBuffer>

/** What the readers of one dataset's published documents were answered: a front page is asked for by every reader, and is another one only when something goes out. */
export interface RememberedAnswers {
  /** @param evaluate - Finds the answer where it is not remembered */
  readonly answer: (question: QueryQuestion, evaluate: () => Promise<Answer>) => Promise<Answer>
  /** Forgets the answers that a commit can have changed. To be called before anybody hears of it */
  readonly forget: (changes: readonly LoggedChange[]) => void
}

/** Bytes of answers, and of what was asked, that are kept for a dataset; what nobody asked for the longest goes first. */
const MOST = 8_000_000
/** Bytes of the largest that is kept. */
const LARGEST = 500_000

/** The word is no parameter: `now()` makes the answer another one by itself. */
const NOW = /(?<!\$)\bnow\b/u

interface Remembered {
  readonly answer: Answer
  readonly syncTags: readonly string[]
  readonly bytes: number
}

/** Remembers by the sync tags of an answer: a change that can make it another one shares one of them. */
export function rememberAnswers(dataset: string): RememberedAnswers {
  // In the order of their last use, oldest first
  const remembered = new Map<string, Remembered>()
  let bytes = 0
  /** Commits that changed what is published */
  let commits = 0

  function drop(key: string, known: Remembered): void {
    remembered.delete(key)
    bytes -= known.bytes
  }

  function keep(key: string, answer: Answer): void {
    const known = remembered.get(key)
    if (known) drop(key, known)
    const size = key.length + answer.byteLength
    if (size > LARGEST) return
    remembered.set(key, {answer, syncTags: readSyncTags(answer), bytes: size})
    bytes += size
    for (const [oldest, entry] of remembered) {
      if (bytes <= MOST) break
      drop(oldest, entry)
    }
  }

  return {
    async answer(question, evaluate) {
      if (question.perspective.type !== 'published' || NOW.test(question.query)) return evaluate()
      const key = questionKey(question)
      const known = remembered.get(key)
      if (known) {
        remembered.delete(key)
        remembered.set(key, known)
        return known.answer
      }
      const asked = commits
      const answer = await evaluate()
      // What was committed meanwhile may stand in it or not.
      if (asked === commits) keep(key, answer)
      return answer
    },
    forget(changes) {
      const published = changes.filter(({id}) => readAddress(id).layer.type === 'published')
      if (published.length === 0) return
      commits++
      const tags = new Set(published.flatMap((change) => syncTagsOfChange(dataset, change)))
      for (const [key, known] of remembered) {
        if (known.syncTags.some((tag) => tags.has(tag))) drop(key, known)
      }
    },
  }
}

const SYNC_TAGS = Buffer.from(',"syncTags":')

/** `{"result":…,"syncTags":[…]}` is long, and they are its end. */
function readSyncTags(answer: Answer): readonly string[] {
  const text = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  const end = text.subarray(text.lastIndexOf(SYNC_TAGS) + SYNC_TAGS.length, -1)
  const tags: unknown = JSON.parse(end.toString())
  if (!Array.isArray(tags)) throw new TypeError('Cannot remember an answer: it has no sync tags')
  return tags.map(String)
}
