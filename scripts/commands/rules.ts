import {readFile} from 'node:fs/promises'

import type {SanityClient} from '@sanity/client'

import {decodeCopy} from '../../ingest/decode-copy.ts'
import type {BoilerplateRule} from '../../ingest/publications/boilerplate-rule.ts'
import {checkRules} from '../../ingest/publications/check-rules.ts'
import {tryRule} from '../../ingest/publications/try-rule.ts'
import {type Command, CommandError, type OptionValues, UsageError, type World} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {readDesk, readRule} from '../import/read-desk.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import {openCopies} from '../import/sources/open-copies.ts'
import {isRecord} from '../narrow.ts'
import {openTarget, targetOptions} from '../target.ts'

/** The house rules: held to their examples, or tried on texts before they go live. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'Checks the house rules, or tries one on texts before it goes live',
  usage: 'rules check | rules try RULE PATH… (RULE: a name, or a .json file)',
  options: targetOptions,

  async run(world, values, [action, name, ...paths]) {
    if (action === 'check') return check(world, await readRules(values, world))
    if (action !== 'try' || name === undefined || paths.length === 0) {
      throw new UsageError('Cannot use the rules: expected `rules check` or `rules try RULE PATH…`')
    }
    return tryOn(world, await findRule(name, values, world), paths)
  },
}

function check({stdout, stderr}: World, rules: readonly BoilerplateRule[]): 0 | 1 {
  const faults = checkRules(rules)
  for (const fault of faults) stdout(JSON.stringify(fault))
  stderr(`${rules.length} rules, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}

async function tryOn(
  {stdout, stderr, stdin}: World,
  rule: BoilerplateRule,
  paths: readonly string[],
): Promise<0 | 1> {
  const fault = checkRules([rule]).find(({code}) => code === 'pattern')
  if (fault) throw new CommandError(fault.message)
  const counts = {hit: 0, inBody: 0, nearMiss: 0}
  let [texts, failed] = [0, 0]
  for await (const {path: file, read} of openCopies(await findCopies(paths), {
    large: false,
    stdin,
  })) {
    texts += 1
    const copy = await read()
    try {
      if (copy.type !== 'copy') throw new CommandError(copy.reason)
      for (const trial of tryRule(rule, decodeCopy(copy.bytes).raw)) {
        counts[trial.type] += 1
        stdout(JSON.stringify({file, ...trial}))
      }
    } catch (error) {
      stderr(errorSentence(error))
      failed += 1
    }
  }
  const {hit, inBody, nearMiss} = counts
  stderr(
    `${rule.name}@${rule.version} on ${texts} texts: ${hit} taken out, ${inBody} inside paragraphs (left), ${nearMiss} near misses (left)`,
  )
  return failed === 0 ? 0 : 1
}

async function findRule(
  name: string,
  values: OptionValues,
  world: World,
): Promise<BoilerplateRule> {
  if (name.endsWith('.json')) return readRuleFile(name)
  const target = await openTarget(values, world)
  try {
    const rule =
      (await readStoredRule(name, target.client)) ??
      (await readDesk(target.client)).rules.find((builtIn) => builtIn.name === name)
    if (rule) return rule
  } finally {
    await target.close()
  }
  throw new CommandError(
    `Cannot try rule "${name}": no rule has that name; \`wiredesk query '*[_type == "boilerplateRule"].name'\` lists them`,
  )
}

/** As somebody is writing it now, where it has a draft; switched off or not: it is tried, not used. */
async function readStoredRule(
  name: string,
  client: SanityClient,
): Promise<BoilerplateRule | undefined> {
  const row: unknown = await client.fetch(
    /* groq */ `*[_type == "boilerplateRule" && name == $name]
      | order(_id in path("drafts.**") desc)[0]{..., "publication": publication->code}`,
    {name},
    {perspective: 'raw', tag: 'rules.try'},
  )
  const [rule] = isRecord(row) ? readRule({...row, active: true}) : []
  return rule
}

/** A rule in a file has the fields of a `boilerplateRule` document. */
async function readRuleFile(file: string): Promise<BoilerplateRule> {
  try {
    const row: unknown = JSON.parse(await readFile(file, 'utf8'))
    const [rule] = isRecord(row) ? readRule({...row, active: true}) : []
    if (rule) return rule
  } catch (error) {
    throw new CommandError(`Cannot read rule "${file}": ${errorSentence(error)}`, {cause: error})
  }
  throw new CommandError(
    `Cannot read rule "${file}": it needs name, pattern, scope (line, sentence or paragraph) and position (head, tail or any)`,
  )
}

async function readRules(values: OptionValues, world: World): Promise<readonly BoilerplateRule[]> {
  const target = await openTarget(values, world)
  try {
    return (await readDesk(target.client)).rules
  } finally {
    await target.close()
  }
}
