import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type InputProps, PatchEvent, set, unset} from 'sanity'

import {creditText, type EndCreditPolicy} from '../../queries/print/credit-text.ts'
import {creditRelations} from '../../schemas/objects/wire-credit.ts'
import {itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {ProvenanceMark} from '../article/provenance-mark.tsx'
import {usePublicationOfForm} from '../article/use-publication-of-form.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {applyCredit, creditedName} from './apply-credit.ts'
import type {DeskAgency} from './desk-agency.ts'
import {parseCredit, type TypedCredit} from './parse-credit.ts'
import {TypedLine} from './typed-line.tsx'
import {useDeskAgencies} from './use-desk-agencies.ts'

/** Input of `wireCredits`: one line to type, which wire sources it names, and the line as the publication prints it. */
export function CreditInput(props: InputProps) {
  const text = useDeskText()
  const agencies = useDeskAgencies()
  const policy = readPolicy(textOf(usePublicationOfForm(), 'endCreditPolicy'))
  const [typed, setTyped] = useState<string>()
  const entries = itemsOf(props, 'value')
  const credits = entries.map((entry) => ({
    name: creditedName(entry, agencies),
    relation: textOf(entry, 'relation'),
  }))
  const printed = creditText(credits, policy)
  const read = typed === undefined ? [] : parseCredit(typed, agencies)
  const use = () => {
    if (typed === undefined) return
    const applied = applyCredit(read, entries, () => crypto.randomUUID().slice(0, 12))
    props.onChange(PatchEvent.from(applied.length === 0 ? unset() : set(applied)))
    setTyped(undefined)
  }
  return (
    <Stack gap={4}>
      <TypedLine
        label={text('credits.agencies')}
        placeholder={text('credits.agencies-example')}
        stored={creditText(credits, 'names')}
        typed={typed}
        lines={read.map((credit) => describe(credit, text))}
        empty={text('credits.no-agency')}
        isReadOnly={props.readOnly === true}
        onType={setTyped}
        onUse={use}
      >
        <Text size={1} muted>
          {printed === '' ? text('credits.nothing-printed') : text('credits.printed', {printed})}
        </Text>
        {printed !== '' && (
          <ProvenanceMark provenance="derived" detail={text('mark.from-credits')} />
        )}
      </TypedLine>
      {props.renderDefault(props)}
    </Stack>
  )
}

function describe({name, relation, agency}: TypedCredit<DeskAgency>, text: DeskText): string {
  const who = agency
    ? text('credits.known-source', {name: agency.name})
    : text('credits.unknown-source')
  return `${choiceText(creditRelations, relation)}: ${name} – ${who}`
}

function readPolicy(policy: string): EndCreditPolicy | undefined {
  return policies.find((known) => known === policy)
}

const policies = ['capitals', 'parentheses', 'names', 'none'] as const
