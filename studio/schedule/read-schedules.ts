import {fieldOf, itemsOf, stringsOf, textOf} from '../../schemas/rules/narrow.ts'

/** When an article goes out by the clock, or why it did not. */
export interface Schedule {
  /** Name of the release that carries it */
  readonly releaseId: string
  /** ISO 8601; `''` where nobody has said when */
  readonly at: string
  /** `heldBack`: its time came and the gate did not let it out; `paused`: somebody is editing it */
  readonly state: 'scheduled' | 'heldBack' | 'paused'
  /** Why it was held back, in a sentence; else `''` */
  readonly reason: string
}

/** What `readSchedules` reads: the releases that are still open, and the articles that stand in one. */
export const schedulesQuery = `{
  "releases": *[_type == "system.release" && state in ["scheduled", "scheduling", "active"]]{
    name, state, publishAt, "intended": metadata.intendedPublishAt, "reason": error.message
  },
  "versions": *[_type == "article" && _id in path("versions.**")]._id
}`

// `versions.r2mBx0.article-3f2a`
const VERSION = /^versions\.(?<releaseId>[^.]{1,128})\.(?<articleId>.{1,128})$/u

/**
 * @param answer - To `schedulesQuery`, asked raw
 * @returns By the id of the article, without `drafts.`
 */
export function readSchedules(answer: unknown): ReadonlyMap<string, Schedule> {
  const releases = new Map(
    itemsOf(answer, 'releases').map((release) => [textOf(release, 'name'), release]),
  )
  const schedules = new Map<string, Schedule>()
  for (const id of stringsOf(answer, 'versions')) {
    const {releaseId = '', articleId = ''} = VERSION.exec(id)?.groups ?? {}
    const release = releases.get(releaseId)
    if (!release) continue
    // `"Ferries sail" was held back: On legal hold`
    const reason = textOf(release, 'reason').replace(/^".{0,1000}?" was held back: /u, '')
    const isActive = fieldOf(release, 'state') === 'active'
    schedules.set(articleId, {
      releaseId,
      at: textOf(release, 'publishAt') || textOf(release, 'intended'),
      state: !isActive ? 'scheduled' : reason === '' ? 'paused' : 'heldBack',
      reason: isActive ? reason : '',
    })
  }
  return schedules
}

/** Ids of the articles that were held back when their time came. */
export function heldBackIn(schedules: ReadonlyMap<string, Schedule>): readonly string[] {
  return [...schedules].filter(([, {state}]) => state === 'heldBack').map(([id]) => id)
}
