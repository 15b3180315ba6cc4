import {randomFrom} from '../fuzz/mutate-copy.ts'

type Random = () => number
type Pick = <Value>(values: readonly Value[]) => Value

const PEOPLE = [
  'Ada Corrin',
  'Bo Lindqvist',
  'Cara Obi',
  'Dev Marsh',
  'Elin Roth',
  'Finn Abara',
  'Gita Sand',
  'Hal Orme',
]
const JOBS = [
  'the harbour master',
  'a council spokesman',
  'the transport minister',
  'a union leader',
  'the chief engineer',
  'a shop owner',
]
const BODIES = [
  'the harbour board',
  'the city council',
  'the transport ministry',
  'the ferry company',
  'the dockers’ union',
  'the island assembly',
  'the audit office',
]
const PLACES = [
  'Callow',
  'Norhaven',
  'Port Merrick',
  'the northern isles',
  'Stenwick',
  'the old docks',
  'Lower Amble',
  'East Quay',
]
const PLANS = [
  'harbour plan',
  'ferry timetable',
  'pier repairs',
  'new breakwater',
  'fuel levy',
  'pay offer',
  'dredging contract',
  'ticket reform',
]
const DOES = [
  'approved',
  'rejected',
  'delayed',
  'praised',
  'questioned',
  'rewrote',
  'costed',
  'withdrew',
]
const WILL = [
  'cost more than',
  'bring work to',
  'put at risk',
  'be paid for by',
  'change little for',
  'come too late for',
  'be watched closely by',
]
const WHOM = [
  'small traders',
  'island families',
  'the fishing fleet',
  'the night crews',
  'tourists',
  'farmers',
  'the taxpayer',
  'commuters',
]
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const TIMES = words('tomorrow nightly soon early again yearly later')

const ADJECTIVES = words(
  'narrow early quiet costly northern broken public hasty modest bitter recent partial rusty final hidden local sudden former annual empty steady foreign private shallow heavy distant careful second open wooden',
)
const NOUNS = words(
  'bridge report auditor tide market crane tunnel winter crew budget letter licence window cargo tender engine permit slipway ledger pilot buoy signal tariff kiosk boiler survey motion petition ramp inspector hull ballast quota convoy lantern warehouse chapel school bakery mill clinic archive tramway depot',
)
const VERBS = words(
  'delayed followed replaced outlived crossed doubled blocked explained halted survived preceded matched undercut reopened divided reached',
)

/** Sentences with the stock phrases of the trade: stories about one matter share many of them. */
const FRAMES: readonly ((pick: Pick, number: () => number) => string)[] = [
  (pick, number) =>
    `${upper(pick(BODIES))} ${pick(DOES)} the ${pick(PLANS)} on ${pick(DAYS)} by ${number()} votes to ${number()}, the clerk said in a statement, after ${clause(pick)}.`,
  (pick, number) =>
    `The ${pick(PLANS)} will ${pick(WILL)} ${pick(WHOM)} in ${pick(PLACES)}, ${pick(JOBS)} told reporters on ${pick(DAYS)}, adding that ${number()} jobs depend on it and that ${clause(pick)}.`,
  (pick, number) =>
    `More than ${number()} people in ${pick(PLACES)} are affected, according to figures that ${pick(BODIES)} released on ${pick(DAYS)} when ${clause(pick)}.`,
  (pick, number) =>
    `Work on the ${pick(PLANS)} was to begin ${pick(TIMES)} at a ${pick(ADJECTIVES)} cost of ${number()} million, but ${pick(BODIES)} ${pick(DOES)} it because ${clause(pick)}.`,
  (pick) =>
    `Analysts said on ${pick(DAYS)} that the ${pick(ADJECTIVES)} ${pick(NOUNS)} would ${pick(WILL)} ${pick(WHOM)} and that ${clause(pick)} ${pick(TIMES)}.`,
  (pick, number) =>
    `In ${pick(PLACES)}, where ${number()} boats are laid up and ${clause(pick)}, ${pick(WHOM)} have asked ${pick(BODIES)} to think again ${pick(TIMES)}.`,
  (pick, number) =>
    `The decision follows ${number()} weeks of talks between ${pick(BODIES)} and the ${pick(ADJECTIVES)} ${pick(NOUNS)} over the ${pick(PLANS)}, in which ${clause(pick)}.`,
]

function clause(pick: Pick): string {
  return `the ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} a ${pick(ADJECTIVES)} ${pick(NOUNS)}`
}

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** An invented story: its paragraphs. The same for the same seed. */
export function inventStory(seed: number): readonly string[] {
  const random = randomFrom(seed)
  return Array.from({length: 7 + whole(random, 8)}, () =>
    random() < 0.25
      ? quote(random)
      : [inventSentence(random), inventSentence(random)].slice(0, 1 + whole(random, 2)).join(' '),
  )
}

/** How an editor elsewhere treats a story. */
const TREATMENTS = [cut, reorder, giveNewLead, quoteOthers, touchWords]

/** The story as another paper prints it: cut, reordered, with another lead, other quotes, words changed; one to four of them. */
export function rewriteStory(story: readonly string[], seed: number): readonly string[] {
  const random = randomFrom(seed)
  return shuffled(TREATMENTS, random)
    .slice(0, 1 + whole(random, 4))
    .reduce((paragraphs, treat) => treat(paragraphs, random), story)
}

function cut(story: readonly string[], random: Random): readonly string[] {
  return story.slice(0, Math.max(4, Math.ceil(story.length * (0.5 + random() * 0.4))))
}

function reorder(story: readonly string[], random: Random): readonly string[] {
  return shuffled(story, random)
}

function giveNewLead([, ...story]: readonly string[], random: Random): readonly string[] {
  return [inventSentence(random), inventSentence(random), ...story]
}

function quoteOthers(story: readonly string[], random: Random): readonly string[] {
  return story.map((paragraph) => (paragraph.startsWith('“') ? quote(random) : paragraph))
}

function touchWords(story: readonly string[], random: Random): readonly string[] {
  return story.map((paragraph) =>
    paragraph.replaceAll(/\p{L}{4,}/gu, (word) =>
      random() < 0.05 ? pickFrom(random, TIMES) : word,
    ),
  )
}

function inventSentence(random: Random): string {
  const frame = pickFrom(random, FRAMES)
  return frame(
    (values) => pickFrom(random, values),
    () => 2 + whole(random, 900),
  )
}

function quote(random: Random): string {
  const [who, job] = [pickFrom(random, PEOPLE), pickFrom(random, JOBS)]
  const clauses = [
    `It will ${pickFrom(random, WILL)} ${pickFrom(random, WHOM)} and the ${pickFrom(random, ADJECTIVES)} ${pickFrom(random, NOUNS)}`,
    `We saw how ${clause((values) => pickFrom(random, values))}`,
    `We asked for the ${pickFrom(random, ADJECTIVES)} ${pickFrom(random, NOUNS)} ${pickFrom(random, TIMES)}`,
    `${upper(pickFrom(random, WHOM))} were never told about the ${pickFrom(random, ADJECTIVES)} ${pickFrom(random, NOUNS)}`,
  ]
  return `“${shuffled(clauses, random).slice(0, 2).join('. ')},” said ${who}, ${job}.`
}

function pickFrom<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[whole(random, values.length)]
  if (value === undefined) throw new RangeError('Cannot pick from an empty list')
  return value
}

function shuffled<Value>(values: readonly Value[], random: Random): readonly Value[] {
  return values
    .map((value) => ({value, place: random()}))
    .toSorted((a, b) => a.place - b.place)
    .map(({value}) => value)
}

/** A whole number below the limit. */
function whole(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
