import {fieldOf, isFields, textOf} from '../../schemas/rules/narrow.ts'

/** When an article goes out by the clock, or why it did not. */
export interface Schedule {
  /** ISO 8601; `''` where nobody has said when */
  readonly at: string
  /** `heldBack`: its time came and the gate did not let it out; `paused`: somebody is editing it */
  readonly state: 'scheduled' | 'heldBack' | 'paused'
  /** Why it was held back, in a sentence; else `''` */
  readonly reason: string
}

/**
 * The releases that still carry one article, as `readSchedules` takes them. `scheduleArticle` writes the id of the article into the description: to
 * look for it among the versions would be to look at every article there is.
 */
export const schedulesQuery = `*[
  _type == "system.release" && state in ["scheduled", "scheduling", "active"] && metadata.cardinality == "one"
]{
  state, publishAt, "intended": metadata.intendedPublishAt, "articleId": metadata.description, "reason": error.message
}`

/**
 * @param releases - What `schedulesQuery` answers, asked raw
 * @returns By the id of the article, without `drafts.`
 */
export function readSchedules(releases: readonly unknown[]): ReadonlyMap<string, Schedule> {
  const schedules = releases.filter(isFields).map((release): [string, Schedule] => {
    // `"Ferries sail" was held back: On legal hold`
    const reason = textOf(release, 'reason').replace(/^".{0,1000}?" was held back: /u, '')
    const isActive = fieldOf(release, 'state') === 'active'
    return [
      textOf(release, 'articleId'),
      {
        at: textOf(release, 'publishAt') || textOf(release, 'intended'),
        state: !isActive ? 'scheduled' : reason === '' ? 'paused' : 'heldBack',
        reason: isActive ? reason : '',
      },
    ]
  })
  return new Map(schedules.filter(([id]) => id !== ''))
}

/** Ids of the articles that were held back when their time came. */
export function heldBackIn(schedules: ReadonlyMap<string, Schedule>): readonly string[] {
  return [...schedules].filter(([, {state}]) => state === 'heldBack').map(([id]) => id)
}
