import {Card, Stack, Text} from '@sanity/ui'
import type {KeyboardEvent} from 'react'
import {IntentLink} from 'sanity/router'

import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import type {AnswerText} from './finding-edits/finding-edit.ts'
import type {OpenFinding} from './open-findings.ts'
import type {SourceParagraph} from './paragraphs-of.ts'
import {rowId} from './source-copy.tsx'
import {Decide, Decision, FindingCard} from './source-styles.ts'
import type {SourceDesk} from './use-source-desk.ts'

interface FindingCardsProps {
  readonly findings: readonly OpenFinding[]
  readonly raw: string
  readonly paragraphs: readonly SourceParagraph[]
  readonly desk: SourceDesk
}

/** The doubts of the reader of copy, each answered with one key: a digit for a reading, Escape to leave the text as it was read. */
export function FindingCards({findings, raw, paragraphs, desk}: FindingCardsProps) {
  const text = useDeskText()
  const sentence = useSentence()
  if (findings.length === 0) return null
  return (
    <Stack as="section" gap={2} aria-label={text('source.in-doubt')}>
      {findings.map((finding) => (
        <Card key={finding.key} tone="caution" radius={2} border>
          <FindingCard
            tabIndex={0}
            aria-label={text('source.doubt', {message: sentence(finding.message)})}
            aria-keyshortcuts={[...finding.alternatives.map((_, at) => at + 1), 'Escape'].join(' ')}
            onKeyDown={(event) => answerByKey(event, finding, desk)}
          >
            <Stack gap={3}>
              <Text size={1} weight="medium">
                {sentence(finding.message)}
              </Text>
              <Text size={1} muted>
                “{excerpt(raw.slice(finding.start, finding.end))}”
              </Text>
              <Stack gap={1}>
                {finding.alternatives.map((alternative, choice) => (
                  <Decision key={alternative}>
                    <Decide
                      type="button"
                      disabled={desk.isBusy}
                      onClick={() => void desk.answer(finding, choice)}
                    >
                      <kbd>{choice + 1}</kbd> {sentence(alternative)}
                    </Decide>
                    {describe(desk.editOf(finding, choice)?.does, text, sentence)}
                  </Decision>
                ))}
              </Stack>
              <Decision>
                <Decide
                  type="button"
                  disabled={desk.isBusy}
                  onClick={() => void desk.answer(finding, undefined)}
                >
                  {text(
                    finding.articleId === undefined ? 'source.leave-as-read' : 'source.two-stories',
                  )}{' '}
                  <kbd>Esc</kbd>
                </Decide>
                <Decide type="button" onClick={() => showRow(paragraphs, finding)}>
                  {text('source.show-in-text')}
                </Decide>
                {finding.articleId !== undefined && (
                  <IntentLink intent="edit" params={{id: finding.articleId, type: 'article'}}>
                    {text('source.open-other')}
                  </IntentLink>
                )}
              </Decision>
            </Stack>
          </FindingCard>
        </Card>
      ))}
    </Stack>
  )
}

function describe(
  does: AnswerText | undefined,
  text: DeskText,
  sentence: (english: string) => string,
): string {
  if (!does) return ''
  if (does.key === 'embargo-ends') {
    return text('answer.embargo-ends', {time: sentence(does.time)})
  }
  const {key, ...values} = does
  return text(`answer.${key}`, values)
}

function answerByKey(
  event: KeyboardEvent<HTMLElement>,
  finding: OpenFinding,
  desk: SourceDesk,
): void {
  if (desk.isBusy || event.ctrlKey || event.altKey || event.metaKey) return
  const choice = /^[1-9]$/u.test(event.key) ? Number(event.key) - 1 : undefined
  const isKnown =
    choice === undefined ? event.key === 'Escape' : choice < finding.alternatives.length
  if (!isKnown) return
  event.preventDefault()
  event.stopPropagation()
  const card = event.currentTarget
  const opensField = choice !== undefined && desk.editOf(finding, choice)?.opens !== undefined
  const next = opensField ? undefined : nextCard(card)
  void desk.answer(finding, choice).then(() => next?.focus())
}

/** Where the keyboard goes on: the next doubt, else the one before. */
function nextCard(card: HTMLElement): HTMLElement | undefined {
  const cards = [...(card.closest('section')?.querySelectorAll<HTMLElement>('fieldset') ?? [])]
  const at = cards.indexOf(card)
  return cards[at + 1] ?? cards[at - 1]
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
