import {Box, Button, Card, Flex, Stack} from '@sanity/ui'
import {useMemo, useState} from 'react'

import type {Fields} from '../../schemas/rules/narrow.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {FindingCards} from './finding-cards.tsx'
import {placeFormCaret} from './form-caret.ts'
import {openFindings} from './open-findings.ts'
import {paragraphsOf} from './paragraphs-of.ts'
import type {ReceivedText} from './received-text.ts'
import {SettledFindings} from './settled-findings.tsx'
import {SourceCopy} from './source-copy.tsx'
import {SourceHeading} from './source-heading.tsx'
import {SourceLegend} from './source-legend.tsx'
import {stretchesOf} from './stretches-of.ts'
import {useSourceDesk} from './use-source-desk.ts'
import {useWordTrail} from './use-word-trail.ts'
import {shareOfAll, wireShares} from './wire-share.ts'

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
  const text = useDeskText()
  const [chosen, setChosen] = useState<string>()
  const shown = texts.find(({id}) => id === chosen) ?? texts.at(-1) ?? texts[0]
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
            <SourceHeading source={shown} share={shareOfAll(shares)} />
          </Stack>
          {texts.length > 1 && (
            <Flex as="nav" gap={1} wrap="wrap" aria-label={text('source.versions')}>
              {texts.map((version, index) => (
                <Button
                  key={version.id}
                  fontSize={1}
                  padding={2}
                  mode="bleed"
                  selected={version === shown}
                  aria-pressed={version === shown}
                  text={text('source.version', {number: index + 1})}
                  onClick={() => setChosen(version.id)}
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
