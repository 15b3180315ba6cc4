/**
 * The instant of a wall clock in a zone. Of an hour that comes twice the later is meant: an embargo must not end too early.
 *
 * @param local - `YYYY-MM-DDTHH:mm`, as an input of type `datetime-local` gives it
 * @param timeZone - IANA name
 * @returns ISO 8601, or `undefined` for what no clock there ever shows
 */
export function instantInZone(local: string, timeZone: string): string | undefined {
  return instantsInZone(local, timeZone).at(-1)
}

/** All instants at which the clocks of a zone show a time, the later last: two where they are put back. */
export function instantsInZone(local: string, timeZone: string): readonly string[] {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local)) return []
  const asUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asUtc)) return []
  return [asUtc - DAY, asUtc + DAY]
    .map((near) => asUtc - (Date.parse(`${localInZone(near, timeZone)}:00Z`) - near))
    .filter((instant) => localInZone(instant, timeZone) === local)
    .toSorted((one, other) => one - other)
    .map((instant) => new Date(instant).toISOString())
}

/** `YYYY-MM-DDTHH:mm` on the clocks of a zone. */
export function localInZone(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const year = part('year').padStart(4, '0')
  return `${year}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** IANA name of the zone of this editor's clock. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Zones to choose from: those that are likely first, then all. */
export function zoneChoices(...first: readonly string[]) {
  return [...new Set([...first, 'UTC', ...allZones()])].map((zone) => ({title: zone, value: zone}))
}

let known: readonly string[] | undefined

/** Read once: the actions of an article ask whenever it is drawn. */
function allZones(): readonly string[] {
  known ??= Intl.supportedValuesOf('timeZone')
    .map((zone) => renamed.get(zone) ?? zone)
    .toSorted()
  return known
}

/** Cities that browsers still list by a former name. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Europe/Kiev', 'Europe/Kyiv'],
])

/** Milliseconds; no zone is a day away from UTC, and none changes its clocks twice in two days. */
const DAY = 86_400_000
