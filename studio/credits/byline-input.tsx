import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState} from 'react'
import {type InputProps, PatchEvent, set, unset, useClient} from 'sanity'

import {bylineText} from '../../queries/print/byline-text.ts'
import {choiceTitle} from '../../schemas/choice-title.ts'
import {bylineRoles} from '../../schemas/objects/byline.ts'
import {type Fields, itemsOf, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import {applyByline, contributorNamed, printedNameOf} from './apply-byline.ts'
import {createContributor} from './create-contributor.ts'
import {parseByline, type TypedByline} from './parse-byline.ts'
import {Understood} from './understood.tsx'
import {useContributors} from './use-contributors.ts'
import {useDeskAgencies} from './use-desk-agencies.ts'

/** Input of `bylines`: one line to type or paste, how it is understood, who it names, and the entries below. */
export function BylineInput(props: InputProps) {
  const inputId = useId()
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  const agencies = useDeskAgencies()
  const [typed, setTyped] = useState<string>()
  const entries = itemsOf(props, 'value')
  const read = typed === undefined ? [] : parseByline(typed, agencies)
  const contributors = useContributors(
    entries.map((entry) => referenceOf(entry, 'contributor')).filter((id) => id !== ''),
    [
      ...entries.map((entry) => textOf(entry, 'nameAsWritten')),
      ...read.map(({name}) => name),
    ].filter((name) => name !== ''),
  )
  const printed = bylineText(
    entries.map((entry) =>
      Object.assign({}, entry, {name: printedNameOf(entry, contributors ?? [])}),
    ),
  )
  const write = (bylines: readonly Fields[]) =>
    props.onChange(PatchEvent.from(bylines.length === 0 ? unset() : set(bylines)))
  const use = () => {
    if (typed === undefined || contributors === undefined) return
    write(applyByline(read, entries, contributors, newKey))
    setTyped(undefined)
  }
  const link = async (entry: Fields) => {
    const name = textOf(entry, 'nameAsWritten')
    const known = textOf(contributorNamed(name, contributors ?? []), '_id')
    try {
      const _ref = known === '' ? await createContributor(client, name) : known
      const {nameAsWritten: _name, ...rest} = entry
      const linked = {...rest, contributor: {_type: 'reference', _ref}}
      write(entries.map((other) => (other === entry ? linked : other)))
      toast.push({status: 'success', title: `${name} is linked`})
    } catch (error) {
      toast.push({status: 'error', title: `Cannot create ${name}`, description: String(error)})
    }
  }
  const unlinked = entries.filter(
    (entry) => textOf(entry, 'nameAsWritten') !== '' && referenceOf(entry, 'contributor') === '',
  )
  return (
    <Stack gap={4}>
      <Stack gap={3} data-desk-input>
        <Text as="label" htmlFor={inputId} size={1} weight="medium">
          As printed
        </Text>
        <TextInput
          id={inputId}
          value={typed ?? printed}
          placeholder="By A and B in C; additional reporting by D"
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
        {typed !== undefined && (
          <Understood
            lines={read.map((entry) => describe(entry, contributors))}
            empty="Nobody: the byline will be empty"
            onUse={use}
          />
        )}
      </Stack>
      {unlinked.length > 0 && typed === undefined && contributors !== undefined && (
        <Card padding={3} radius={2} border data-desk-input>
          <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
            {unlinked.map((entry) => {
              const name = textOf(entry, 'nameAsWritten')
              const isKnown = contributorNamed(name, contributors) !== undefined
              return (
                <Flex as="li" key={textOf(entry, '_key')} gap={3} align="center" wrap="wrap">
                  <Text size={1}>{name} is printed as written.</Text>
                  <Button
                    fontSize={1}
                    padding={2}
                    mode="ghost"
                    disabled={props.readOnly === true}
                    text={
                      isKnown ? `Link the contributor ${name}` : `Create the contributor ${name}`
                    }
                    onClick={() => void link(entry)}
                  />
                </Flex>
              )
            })}
          </Stack>
        </Card>
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}

function describe(entry: TypedByline, contributors: readonly Fields[] | undefined): string {
  const role = choiceTitle(bylineRoles, entry.role)
  const details = [
    entry.jobTitle,
    entry.affiliationText,
    entry.locationText === undefined ? undefined : `in ${entry.locationText}`,
    entry.collective ? 'a team' : undefined,
  ].filter((detail) => detail !== undefined)
  const isKnown = contributorNamed(entry.name, contributors ?? []) !== undefined
  const who = isKnown ? 'a contributor' : 'printed as written'
  return `${role}: ${[entry.name, ...details].join(', ')} – ${who}`
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 12)
}
