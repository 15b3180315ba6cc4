import {AGENCIES} from './agencies/agencies.ts'
import type {Agency} from './agencies/agency.ts'
import type {BoilerplateRule} from './publications/boilerplate-rule.ts'
import {BOILERPLATE_RULES} from './publications/boilerplate-rules.ts'
import type {Publication} from './publications/publication.ts'
import {PUBLICATIONS} from './publications/publications.ts'
import {type Section, SECTIONS} from './publications/sections.ts'

/** A document with its fields; only the identity is the same for every type. */
export interface SeedDocument {
  readonly _id: string
  readonly _type: 'wireSource' | 'publication' | 'section' | 'boilerplateRule'
  readonly [field: string]: unknown
}

/** Goes up when the built-in data gets an agency or a rule that datasets of before do not have. */
export const seedRelease = 3

/**
 * The built-in agencies, titles, sections and boilerplate rules as published documents, to be made with `createIfNotExists`:
 * from then on they are the desk's to edit.
 *
 * @param after - Only what came with a later release than this one
 */
export function seedDocuments(after = 0): readonly SeedDocument[] {
  const isLater = ({since = 1}: {readonly since?: number}) => since > after
  return [
    ...AGENCIES.filter(isLater).map(wireSource),
    ...(after === 0 ? [...PUBLICATIONS.map(publication), ...SECTIONS.map(section)] : []),
    ...BOILERPLATE_RULES.filter(isLater).map(boilerplateRule),
  ]
}

function wireSource({
  code,
  name,
  aliases,
  kind,
  creditStyle,
  datelineForms,
  url,
}: Agency): SeedDocument {
  const [datelineForm] = datelineForms
  return {
    _id: `wireSource-${code}`,
    _type: 'wireSource',
    name,
    code,
    aliases: [name, ...aliases],
    kind,
    creditStyle,
    ...(datelineForm !== undefined && {datelineForm}),
    ...(url !== undefined && {url}),
  }
}

function publication({code, name, timeZone, language, ...policies}: Publication): SeedDocument {
  const {headlineLimit, keyPointLimit, leadInPolicy, endCreditPolicy} = policies
  return {
    _id: `publication-${code.toLowerCase()}`,
    _type: 'publication',
    name,
    code: code.toLowerCase(),
    slug: {_type: 'slug', current: name.toLowerCase().replaceAll(' ', '-')},
    timeZone,
    language,
    headlineLimit,
    keyPointLimit,
    leadInPolicy,
    endCreditPolicy,
  }
}

function section({code, name}: Section, index: number): SeedDocument {
  return {
    _id: `section-${code}`,
    _type: 'section',
    name,
    slug: {_type: 'slug', current: code},
    order: index + 1,
  }
}

function boilerplateRule(rule: BoilerplateRule): SeedDocument {
  return {
    _id: `rule.${rule.name}`,
    _type: 'boilerplateRule',
    name: rule.name,
    ...ruleFields(rule),
    active: true,
  }
}

/** The fields of a rule's document that a new version of the rule changes, and what was shipped. */
export function ruleFields(rule: BoilerplateRule): Readonly<Record<string, unknown>> {
  const {version, pattern, scope, where, positive, nearMiss} = rule
  return {
    version,
    ...(rule.publication !== undefined && {
      publication: {_type: 'reference', _ref: `publication-${rule.publication.toLowerCase()}`},
    }),
    pattern,
    scope,
    position: where,
    class: rule.class,
    example: positive,
    nearMiss,
    shipped: {release: seedRelease, as: ruleMark(rule)},
  }
}

/** A mark of all that an editor can change of a rule: while it is the one that was shipped, nobody has changed anything. */
export function ruleMark({
  version,
  pattern,
  scope,
  where,
  class: kind,
  positive,
  nearMiss,
  publication: code,
}: Omit<BoilerplateRule, 'name' | 'reason'>): string {
  const paper = code?.toLowerCase() ?? null
  const text = JSON.stringify([version, pattern, scope, where, kind, positive, nearMiss, paper])
  // FNV-1a: it tells a changed text from an unchanged one, and keeps no secret
  let mark = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193)
  }
  return (mark >>> 0).toString(16)
}
