import {Button, Card, Stack, Text} from '@sanity/ui'

import type {OpenFinding} from './open-findings.ts'
import type {SourceParagraph} from './paragraphs-of.ts'
import {rowId} from './source-copy.tsx'

interface OpenFindingsProps {
  readonly findings: readonly OpenFinding[]
  readonly raw: string
  readonly paragraphs: readonly SourceParagraph[]
}

/** The doubts of the reader of copy, each leading to its place in the text. */
export function OpenFindings({findings, raw, paragraphs}: OpenFindingsProps) {
  if (findings.length === 0) return null
  return (
    <Stack as="section" gap={2} aria-label="In doubt">
      {findings.map((finding) => (
        <Card key={finding.key} tone="caution" padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {finding.message}
            </Text>
            <Text size={1} muted>
              “{excerpt(raw.slice(finding.start, finding.end))}”
            </Text>
            {finding.alternatives.length > 0 && (
              <Text size={1}>Could be: {finding.alternatives.join(', or ')}</Text>
            )}
            <div>
              <Button
                fontSize={1}
                padding={2}
                mode="ghost"
                text="Show in the text"
                onClick={() => showRow(paragraphs, finding)}
              />
            </div>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s{1,100}/gu, ' ')
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}

function showRow(paragraphs: readonly SourceParagraph[], finding: OpenFinding): void {
  const row = paragraphs.findLast((paragraph) => (paragraph[0]?.start ?? 0) <= finding.start)
  const first = row?.find((tile) => tile.type === 'stretch')
  if (!first) return
  const element = document.querySelector<HTMLElement>(`#${rowId(first.start)}`)
  element?.scrollIntoView({block: 'center'})
  element?.focus({preventScroll: true})
}
