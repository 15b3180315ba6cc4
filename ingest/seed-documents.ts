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

/**
 * The built-in agencies, titles, sections and boilerplate rules as published documents, to be made with `createIfNotExists`:
 * from then on they are the desk's to edit.
 */
export function seedDocuments(): readonly SeedDocument[] {
  return [
    ...AGENCIES.map(wireSource),
    ...PUBLICATIONS.map(publication),
    ...SECTIONS.map(section),
    ...BOILERPLATE_RULES.map(boilerplateRule),
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
  const {name, version, pattern, scope, where, positive, nearMiss} = rule
  return {
    _id: `rule.${name}`,
    _type: 'boilerplateRule',
    name,
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
    active: true,
  }
}
