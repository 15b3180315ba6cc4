import {Box, Button, Card, Flex, Stack} from '@sanity/ui'
import {useMemo, useState} from 'react'

import {versionKinds} from '../../schemas/documents/source-text.ts'
import type {Fields} from '../../schemas/rules/narrow.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {FindingCards} from './finding-cards.tsx'
import {placeFormCaret} from './form-caret.ts'
import {openFindings} from './open-findings.ts'
import type {OriginText} from './origin-texts.ts'
import {paragraphsOf} from './paragraphs-of.ts'
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
  readonly texts: readonly [OriginText, ...OriginText[]]
  /** Of those, the newest that the article took words from: the doubts are about it */
  readonly latest: OriginText
  readonly isReadOnly: boolean
  readonly focusedPath: string
  readonly onOpenField: (path: string) => void
}

/** The received text that the article took last, or the version chosen, with its legend and its doubts. */
export function SourceView({
  article,
  record,
  texts,
  latest,
  isReadOnly,
  focusedPath,
  onOpenField,
}: SourceViewProps) {
  const text = useDeskText()
  const [chosen, setChosen] = useState<string>()
  const shown = texts.find(({id}) => id === chosen) ?? latest
  const findings = useMemo(
    () => (shown === latest ? openFindings(record) : []),
    [shown, latest, record],
  )
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
              {texts.map((version) => (
                <Button
                  key={version.id}
                  fontSize={1}
                  padding={2}
                  mode="bleed"
                  selected={version === shown}
                  aria-pressed={version === shown}
                  text={versionName(version, texts, text)}
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

/** `Version 2`; what changed no word is called what it is: `Kill`. */
function versionName(version: OriginText, texts: readonly OriginText[], text: DeskText): string {
  if (version.unmerged === 'notice') {
    return choiceText(versionKinds, version.versionKind)
  }
  const versions = texts.filter(({unmerged}) => unmerged !== 'notice')
  return text('source.version', {number: versions.indexOf(version) + 1})
}
