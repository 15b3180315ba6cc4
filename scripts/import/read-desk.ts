import type {SanityClient} from '@sanity/client'

import {AGENCIES} from '../../ingest/agencies/agencies.ts'
import type {Agency} from '../../ingest/agencies/agency.ts'
import {contributorsByAlias} from '../../ingest/contributors-by-alias.ts'
import type {BoilerplateRule} from '../../ingest/publications/boilerplate-rule.ts'
import {BOILERPLATE_RULES} from '../../ingest/publications/boilerplate-rules.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {PUBLICATIONS} from '../../ingest/publications/publications.ts'
import {seedDocuments} from '../../ingest/seed-documents.ts'
import {isRecord, readOneOf, readRecords, readText, readTexts} from '../narrow.ts'
import {raisedRules, type StoredRule} from './raise-rules.ts'

/** What the newsroom has told its dataset, for the reader of copy, and the built-in data that the dataset has not been given yet. */
export interface Desk {
  readonly agencies: readonly Agency[]
  readonly rules: readonly BoilerplateRule[]
  readonly publications: readonly Publication[]
  /** Ids of contributors by each form of their name; a form that two share names nobody */
  readonly contributorsByAlias: ReadonlyMap<string, string>
  /** Types of which the dataset has been given the built-in documents: it has one at least, beside those of its own */
  readonly seededTypes: ReadonlySet<string>
  /** The release of the built-in data that the dataset was seeded with last */
  readonly seedRelease: number
  /** Built-in rules that take the place of older ones which nobody has changed; `rules` has them already */
  readonly raisedRules: ReadonlyMap<StoredRule, BoilerplateRule>
}

const deskQuery = /* groq */ `{
  "wireSources": *[_type == "wireSource" && !(_id in path("drafts.**"))]{_id, code, name, aliases, kind},
  "publications": *[_type == "publication" && !(_id in path("drafts.**"))]{_id, code, name, aliases, timeZone, language, leadInPolicy},
  "rules": *[_type == "boilerplateRule" && !(_id in path("drafts.**"))]{
    _id, _rev, name, version, pattern, scope, position, class, reason, example, nearMiss, active, "publication": publication->code,
    "shippedAs": shipped.as, "release": shipped.release, "hasDraft": count(*[_id == "drafts." + ^._id]) > 0
  },
  "contributors": *[_type == "contributor" && !(_id in path("drafts.**"))]{_id, name, bylineName, aliases},
  "sections": *[_type == "section" && !(_id in path("drafts.**"))]{_id}
}`

/** Published documents only: a house rule that somebody is still writing takes nothing out. */
export async function readDesk(client: SanityClient): Promise<Desk> {
  const answer: unknown = await client.fetch(
    deskQuery,
    {},
    {perspective: 'raw', tag: 'import.desk'},
  )
  const found = isRecord(answer) ? answer : {}
  const wireSources = readRecords(found['wireSources'])
  const publications = readRecords(found['publications'])
  const rules = readRecords(found['rules'])
  const stored = rules.flatMap(readStoredRule)
  const raised = raisedRules(stored)
  const sections = readRecords(found['sections'])
  const seededTypes = findSeededTypes([...wireSources, ...publications, ...rules, ...sections])
  const release = Math.max(1, ...rules.map((row) => Number(row['release'] ?? 1)))
  const rulesAfter = seededTypes.has('boilerplateRule') ? release : 0
  const ownAgencies = wireSources.flatMap(readAgency)
  const ownPublications = publications.flatMap(readPublication)
  return {
    agencies: seededTypes.has('wireSource') ? ownAgencies : withBuiltIn(AGENCIES, ownAgencies),
    publications: seededTypes.has('publication')
      ? ownPublications
      : withBuiltIn(PUBLICATIONS, ownPublications),
    rules: rulesOf(rules, stored, raised, rulesAfter),
    contributorsByAlias: contributorsByAlias(readRecords(found['contributors'])),
    seededTypes,
    seedRelease: release,
    raisedRules: raised,
  }
}

function findSeededTypes(rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set(rows.map((row) => row['_id']))
  const seeded = seedDocuments().filter(({_id}) => ids.has(_id))
  return new Set(seeded.map(({_type}) => _type))
}

/** What the desk says of an agency or a paper counts more than what is built in. */
function withBuiltIn<T extends {readonly code: string}>(
  builtIn: readonly T[],
  own: readonly T[],
): readonly T[] {
  const codes = new Set(own.map(({code}) => code.toLowerCase()))
  return [...builtIn.filter(({code}) => !codes.has(code.toLowerCase())), ...own]
}

/** The rules that hold from now on: those of the dataset that are switched on, raised where they may be, and the built-in ones that are new. */
function rulesOf(
  rows: readonly Row[],
  stored: readonly StoredRule[],
  raised: ReadonlyMap<StoredRule, BoilerplateRule>,
  release: number,
): readonly BoilerplateRule[] {
  const off = new Set(rows.filter((row) => row['active'] === false).map((row) => row['_id']))
  const names = new Set(rows.map((row) => row['name']))
  return [
    ...stored.filter(({id}) => !off.has(id)).map((one) => raised.get(one) ?? one.rule),
    ...BOILERPLATE_RULES.filter(({name, since = 1}) => since > release && !names.has(name)),
  ]
}

function readStoredRule(row: Row): readonly StoredRule[] {
  const [rule] = readRule({...row, active: true})
  const id = readText(row['_id'])
  const revision = readText(row['_rev'])
  if (!rule || id === undefined || revision === undefined) return []
  const shippedAs = readText(row['shippedAs'])
  const hasDraft = row['hasDraft'] === true
  return [{id, revision, rule, hasDraft, ...(shippedAs !== undefined && {shippedAs})}]
}

type Row = Readonly<Record<string, unknown>>

function readAgency(row: Row): readonly Agency[] {
  const code = readText(row['code'])
  const name = readText(row['name'])
  if (code === undefined || name === undefined) return []
  const known = AGENCIES.find((agency) => agency.code === code)
  return [
    {
      datelineForms: [],
      creditStyle: name,
      ...known,
      code,
      name,
      aliases: readTexts(row['aliases']).filter((alias) => alias !== name),
      kind:
        readOneOf(row['kind'], [
          'wire',
          'newspaperService',
          'broadcaster',
          'official',
          'otherPaper',
        ]) ?? 'wire',
    },
  ]
}

function readPublication(row: Row): readonly Publication[] {
  const code = readText(row['code'])
  const name = readText(row['name'])
  if (code === undefined || name === undefined) return []
  const known = PUBLICATIONS.find((publication) => publication.code.toLowerCase() === code)
  return [
    {
      aliases: [],
      headlineLimit: 110,
      keyPointLimit: 18,
      endCreditPolicy: 'capitals',
      ...known,
      code,
      name,
      timeZone: readText(row['timeZone']) ?? known?.timeZone ?? 'UTC',
      language: readText(row['language']) ?? known?.language ?? 'en',
      leadInPolicy: readOneOf(row['leadInPolicy'], ['capitals', 'plain']) ?? 'plain',
    },
  ]
}

const CLASSES = [
  'promo',
  'newsletter',
  'relatedLink',
  'social',
  'copyright',
  'timeStamp',
  'captionFurniture',
  'advert',
] as const

/** A `boilerplateRule` document as the reader of copy knows it; nothing when it is switched off or lacks what a rule needs. */
export function readRule(row: Row): readonly BoilerplateRule[] {
  const name = readText(row['name'])
  const pattern = readText(row['pattern'])
  const scope = readOneOf(row['scope'], ['line', 'sentence', 'paragraph'])
  const where = readOneOf(row['position'], ['head', 'tail', 'any'])
  if (row['active'] === false || !name || !pattern || !scope || !where) return []
  const known = BOILERPLATE_RULES.find((rule) => rule.name === name)
  const publication = readText(row['publication'])
  return [
    {
      class: readOneOf(row['class'], CLASSES) ?? known?.class ?? 'promo',
      reason: known?.reason ?? `House rule “${name}”`,
      name,
      pattern,
      scope,
      where,
      version: typeof row['version'] === 'number' ? row['version'] : 1,
      ...(publication !== undefined && {publication}),
      positive: readText(row['example']) ?? '',
      nearMiss: readText(row['nearMiss']) ?? '',
    },
  ]
}
