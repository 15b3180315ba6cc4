import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'

import {choiceTitle} from '../../schemas/choice-title.ts'
import {versionKinds} from '../../schemas/documents/source-text.ts'
import {OpenFindings} from './open-findings-list.tsx'
import {openFindings} from './open-findings.ts'
import {paragraphsOf} from './paragraphs-of.ts'
import type {ReceivedText} from './received-text.ts'
import {SourceCopy} from './source-copy.tsx'
import {SourceLegend} from './source-legend.tsx'
import {stretchesOf} from './stretches-of.ts'

interface SourceViewProps {
  readonly record: unknown
  /** Oldest first, at least one */
  readonly texts: readonly ReceivedText[]
  readonly focusedPath: string
  readonly onOpenField: (path: string) => void
}

/** The newest received text, or the version chosen, with its legend and its doubts. */
export function SourceView({record, texts, ...jump}: SourceViewProps) {
  const [chosen, setChosen] = useState<string>()
  const shown = texts.find((text) => text.id === chosen) ?? texts.at(-1)
  const findings = useMemo(() => openFindings(record), [record])
  const tiles = useMemo(() => (shown ? stretchesOf(shown, findings) : []), [shown, findings])
  const paragraphs = useMemo(() => paragraphsOf(tiles), [tiles])
  if (!shown) return null
  return (
    <Stack>
      <Card padding={4} paddingTop={2} borderBottom>
        <Stack gap={4}>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {shown.fileName || 'Text without a file name'}
            </Text>
            <Text size={1} muted>
              {describe(shown)}
            </Text>
          </Stack>
          {texts.length > 1 && (
            <Flex as="nav" gap={1} wrap="wrap" aria-label="Versions">
              {texts.map((text, index) => (
                <Button
                  key={text.id}
                  fontSize={1}
                  padding={2}
                  mode="bleed"
                  selected={text === shown}
                  aria-pressed={text === shown}
                  text={`Version ${index + 1}`}
                  onClick={() => setChosen(text.id)}
                />
              ))}
            </Flex>
          )}
          <SourceLegend tiles={tiles} />
          <OpenFindings findings={findings} raw={shown.raw} paragraphs={paragraphs} />
        </Stack>
      </Card>
      <Box paddingLeft={4}>
        <SourceCopy paragraphs={paragraphs} {...jump} />
      </Box>
    </Stack>
  )
}

function describe({provider, receivedAt, versionKind, versionNote}: ReceivedText): string {
  const received =
    receivedAt === ''
      ? ''
      : `Received ${new Date(receivedAt).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'short'})}`
  const kind = versionKind === 'first' ? '' : choiceTitle(versionKinds, versionKind)
  const known = [provider, kind, versionNote, received].filter((part) => part !== '')
  return known.join(' · ')
}
