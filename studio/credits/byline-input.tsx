import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type InputProps, PatchEvent, set, unset, useClient} from 'sanity'

import {bylineText} from '../../queries/print/byline-text.ts'
import {bylineRoles} from '../../schemas/objects/byline.ts'
import {type Fields, itemsOf, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import {ProvenanceMark} from '../article/provenance-mark.tsx'
import {faultText} from '../texts/fault-text.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {applyByline, contributorNamed, printedNameOf} from './apply-byline.ts'
import {createContributor} from './create-contributor.ts'
import {isTeam, parseByline, type TypedByline} from './parse-byline.ts'
import {TypedLine} from './typed-line.tsx'
import {fetchContributors, useContributors} from './use-contributors.ts'
import {useDeskAgencies} from './use-desk-agencies.ts'

/** Input of `bylines`: one line to type or paste, how it is understood, who it names, and the entries below. */
export function BylineInput(props: InputProps) {
  const text = useDeskText()
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  const agencies = useDeskAgencies()
  const [typed, setTyped] = useState<string>()
  const entries = itemsOf(props, 'value')
  const read = typed === undefined ? [] : parseByline(typed, agencies)
  const ids = entries.map((entry) => referenceOf(entry, 'contributor')).filter((id) => id !== '')
  const names = [
    ...entries.map((entry) => textOf(entry, 'nameAsWritten')),
    ...read.map(({name}) => name),
  ].filter((name) => name !== '')
  const contributors = useContributors(ids, names)
  const printed = bylineText(
    entries.map((entry) =>
      Object.assign({}, entry, {name: printedNameOf(entry, contributors ?? [])}),
    ),
  )
  const write = (bylines: readonly Fields[]) =>
    props.onChange(PatchEvent.from(bylines.length === 0 ? unset() : set(bylines)))
  const use = async () => {
    if (typed === undefined) return
    // Enter may come before the names are looked up.
    const known = contributors ?? (await fetchContributors(client, ids, names))
    write(applyByline(read, entries, known, newKey))
    setTyped(undefined)
  }
  const unlinked = entries.filter((entry) => {
    const name = textOf(entry, 'nameAsWritten')
    if (name === '' || referenceOf(entry, 'contributor') !== '') return false
    const isPerson = entry['collective'] !== true && !isTeam(name)
    return isPerson || contributorNamed(name, contributors ?? []) !== undefined
  })
  const link = async (name: string) => {
    const known = textOf(contributorNamed(name, contributors ?? []), '_id')
    try {
      const _ref = known === '' ? await createContributor(client, name) : known
      const named = unlinked.filter((entry) => textOf(entry, 'nameAsWritten') === name)
      // These entries alone: another editor may have changed the others meanwhile
      props.onChange(
        PatchEvent.from(
          named.flatMap((entry) => {
            const _key = textOf(entry, '_key')
            return [
              set({_type: 'reference', _ref}, [{_key}, 'contributor']),
              unset([{_key}, 'nameAsWritten']),
            ]
          }),
        ),
      )
      toast.push({status: 'success', title: text('credits.linked', {name})})
    } catch (error) {
      toast.push({
        status: 'error',
        title: text('credits.fault', {name}),
        description: faultText(error),
      })
    }
  }
  return (
    <Stack gap={4}>
      <TypedLine
        label={text('credits.as-printed')}
        placeholder={text('credits.byline-example')}
        stored={printed}
        typed={typed}
        lines={read.map((entry) => describe(entry, contributors, text))}
        empty={text('credits.nobody')}
        isReadOnly={props.readOnly === true}
        onType={setTyped}
        onUse={() => void use()}
      >
        {printed !== '' && (
          <ProvenanceMark provenance="derived" detail={text('mark.from-bylines')} />
        )}
      </TypedLine>
      {unlinked.length > 0 && typed === undefined && contributors !== undefined && (
        <Card padding={3} radius={2} border data-desk-input>
          <Stack gap={3}>
            <Text size={1}>{text('credits.unlinked')}</Text>
            <Flex gap={2} wrap="wrap">
              {[...new Set(unlinked.map((entry) => textOf(entry, 'nameAsWritten')))].map((name) => (
                <Button
                  key={name}
                  fontSize={1}
                  padding={2}
                  mode="ghost"
                  disabled={props.readOnly === true}
                  text={text(
                    contributorNamed(name, contributors) ? 'credits.link' : 'credits.create',
                    {name},
                  )}
                  onClick={() => void link(name)}
                />
              ))}
            </Flex>
          </Stack>
        </Card>
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}

function describe(
  entry: TypedByline,
  contributors: readonly Fields[] | undefined,
  text: DeskText,
): string {
  const role = choiceText(bylineRoles, entry.role)
  const details = [
    entry.jobTitle,
    entry.affiliationText,
    entry.locationText === undefined
      ? undefined
      : text('credits.in-place', {place: entry.locationText}),
    entry.collective ? text('credits.team') : undefined,
  ].filter((detail) => detail !== undefined)
  const isKnown = contributorNamed(entry.name, contributors ?? []) !== undefined
  const who = text(isKnown ? 'credits.known-contributor' : 'credits.unknown-contributor')
  return `${role}: ${[entry.name, ...details].join(', ')} – ${who}`
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 12)
}
