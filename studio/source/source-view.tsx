import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'

import {choiceTitle} from '../../schemas/choice-title.ts'
import {versionKinds} from '../../schemas/documents/source-text.ts'
import type {Fields} from '../../schemas/rules/narrow.ts'
import {FindingCards} from './finding-cards.tsx'
import {placeFormCaret} from './form-caret.ts'
import {openFindings} from './open-findings.ts'
import {paragraphsOf} from './paragraphs-of.ts'
import {receivedAtText} from './received-at.ts'
import type {ReceivedText} from './received-text.ts'
import {SettledFindings} from './settled-findings.tsx'
import {SourceCopy} from './source-copy.tsx'
import {SourceLegend} from './source-legend.tsx'
import {stretchesOf} from './stretches-of.ts'
import {useSourceDesk} from './use-source-desk.ts'
import {useWordTrail} from './use-word-trail.ts'
import {percentOf, shareOfAll, type WireShare, wireShares} from './wire-share.ts'

interface SourceViewProps {
  /** As the form shows it */
  readonly article: Fields
  readonly record: unknown
  /** Oldest first, at least one */
  readonly texts: readonly [ReceivedText, ...ReceivedText[]]
  readonly isReadOnly: boolean
  readonly focusedPath: string
  readonly onOpenField: (path: string) => void
}

/** The newest received text, or the version chosen, with its legend and its doubts. */
export function SourceView({
  article,
  record,
  texts,
  isReadOnly,
  focusedPath,
  onOpenField,
}: SourceViewProps) {
  const [chosen, setChosen] = useState<string>()
  const shown = texts.find((text) => text.id === chosen) ?? texts.at(-1) ?? texts[0]
  const findings = useMemo(() => openFindings(record), [record])
  const tiles = useMemo(() => stretchesOf(shown, findings), [shown, findings])
  const paragraphs = useMemo(() => paragraphsOf(tiles), [tiles])
  const shares = useMemo(() => wireShares(article, shown.snapshot), [article, shown])
  const desk = useSourceDesk({article, source: shown, isReadOnly, onOpenField})
  const trail = useWordTrail(tiles, focusedPath)
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
            <Text size={1} muted>
              {describeShare(shareOfAll(shares))}
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
          <FindingCards findings={findings} raw={shown.raw} paragraphs={paragraphs} desk={desk} />
          <SettledFindings record={record} desk={desk} />
        </Stack>
      </Card>
      <Box paddingLeft={4}>
        <SourceCopy
          paragraphs={paragraphs}
          shares={shares}
          sourceId={shown.id}
          record={record}
          desk={desk}
          focusedPath={focusedPath}
          onOpenStretch={(stretch, pointed) => {
            const path = stretch.path ?? ''
            const word = trail.current
            const offset = pointed ?? (word?.stretch === stretch.start ? word.offset : undefined)
            onOpenField(path)
            if (offset !== undefined) placeFormCaret(path, stretch.text, offset)
          }}
        />
      </Box>
    </Stack>
  )
}

function describe({provider, receivedAt, versionKind, versionNote}: ReceivedText): string {
  const received = receivedAt === '' ? '' : `Received ${receivedAtText(receivedAt)}`
  const kind = versionKind === 'first' ? '' : choiceTitle(versionKinds, versionKind)
  const known = [provider, kind, versionNote, received].filter((part) => part !== '')
  return known.join(' · ')
}

function describeShare(share: WireShare): string {
  if (share.words === 0) return 'The body is empty'
  return `Of the body’s ${share.words} words ${percentOf(share)}% are the wire’s own`
}
