import {Badge, Flex, Text} from '@sanity/ui'

import {useDeskText} from '../texts/use-desk-text.ts'
import type {Provenance} from './provenance.ts'

/** A word for where something comes from; what it means is said on hover and to screen readers. */
export function ProvenanceMark({
  provenance,
  detail,
}: {
  readonly provenance: Provenance
  /** How much of it, in words */
  readonly detail?: string | undefined
}) {
  const text = useDeskText()
  return (
    <Flex gap={2} align="center">
      <Badge tone={tones[provenance]} title={text(`mark.${provenance}-means`)} fontSize={0}>
        {text(`mark.${provenance}`)}
      </Badge>
      {detail !== undefined && (
        <Text size={0} muted>
          {detail}
        </Text>
      )}
    </Flex>
  )
}

/** The room of a mark that is still read: what comes later must not push the form down. */
export function MarkToCome() {
  return (
    <Flex aria-hidden style={{visibility: 'hidden'}}>
      <Badge fontSize={0}>…</Badge>
    </Flex>
  )
}

const tones: Readonly<Record<Provenance, 'default' | 'primary' | 'positive' | 'caution'>> = {
  fromSource: 'positive',
  edited: 'primary',
  typed: 'primary',
  derived: 'default',
  notInSource: 'caution',
}
