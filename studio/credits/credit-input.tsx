import {Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {type InputProps, PatchEvent, set, unset} from 'sanity'

import {creditText, type EndCreditPolicy} from '../../queries/print/credit-text.ts'
import {choiceTitle} from '../../schemas/choice-title.ts'
import {creditRelations} from '../../schemas/objects/wire-credit.ts'
import {itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {usePublicationOfForm} from '../article/use-publication-of-form.ts'
import {applyCredit, creditedName} from './apply-credit.ts'
import type {DeskAgency} from './desk-agency.ts'
import {parseCredit, type TypedCredit} from './parse-credit.ts'
import {Understood} from './understood.tsx'
import {useDeskAgencies} from './use-desk-agencies.ts'

/** Input of `wireCredits`: one line to type, which wire sources it names, and the line as the publication prints it. */
export function CreditInput(props: InputProps) {
  const inputId = useId()
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
      <Stack gap={3} data-desk-input>
        <Text as="label" htmlFor={inputId} size={1} weight="medium">
          Agencies
        </Text>
        <TextInput
          id={inputId}
          value={typed ?? creditText(credits, 'names')}
          placeholder="AFP, Reuters via PTI, with inputs from AP"
          readOnly={props.readOnly === true}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              use()
            } else if (event.key === 'Escape' && typed !== undefined) {
              event.stopPropagation()
              setTyped(undefined)
            }
          }}
        />
        {typed === undefined ? (
          <Text size={1} muted>
            {printed === '' ? 'No credit is printed' : `Printed: ${printed}`}
          </Text>
        ) : (
          <Understood
            lines={read.map(describe)}
            empty="No agency: the credit will be empty"
            onUse={use}
          />
        )}
      </Stack>
      {props.renderDefault(props)}
    </Stack>
  )
}

function describe({name, relation, agency}: TypedCredit<DeskAgency>): string {
  const who = agency ? `the wire source ${agency.name}` : 'no known wire source, printed as written'
  return `${choiceTitle(creditRelations, relation)}: ${name} – ${who}`
}

function readPolicy(policy: string): EndCreditPolicy | undefined {
  return policies.find((known) => known === policy)
}

const policies = ['capitals', 'parentheses', 'names', 'none'] as const
