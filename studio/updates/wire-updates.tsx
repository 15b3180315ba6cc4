import {Card, Stack, Text} from '@sanity/ui'
import type {KeyboardEvent} from 'react'

import {Decide, Decision, FindingCard} from '../source/source-styles.ts'
import {alignWords, wordsIn} from '../source/word-alignment.ts'
import {type OpenConflict, valueText} from './open-conflicts.ts'

interface WireUpdatesProps {
  readonly conflicts: readonly OpenConflict[]
  /** What the agency says about its new version, or `''` */
  readonly note: string
  readonly isBusy: boolean
  readonly onTake: (conflicts: readonly OpenConflict[]) => Promise<void>
  readonly onKeep: (conflicts: readonly OpenConflict[]) => Promise<void>
}

/** Where a new version of the copy met an edit: the three texts, and one key for each way out. T takes, K keeps, A takes all. */
export function WireUpdates(props: WireUpdatesProps) {
  const {conflicts, note, isBusy, onTake, onKeep} = props
  if (conflicts.length === 0) return null
  return (
    <Stack as="section" gap={2} aria-label="Wire update">
      <Text size={1} weight="medium">
        The wire changed what was edited here{note === '' ? '' : `: ${note}`}
      </Text>
      {conflicts.map((conflict) => (
        <Card key={conflict.key} tone="primary" radius={2} border>
          <FindingCard
            tabIndex={0}
            aria-label={`Wire update of ${conflict.field}`}
            aria-keyshortcuts="t k a"
            onKeyDown={(event) => decideByKey(event, conflict, props)}
          >
            <Stack gap={3}>
              <Text size={1} weight="medium">
                {fieldName(conflict.field)}
              </Text>
              <Version title="Before" text={valueText(conflict.base)} against="" />
              <Version
                title="The wire now"
                text={valueText(conflict.theirs)}
                against={valueText(conflict.base)}
              />
              <Version
                title="Ours"
                text={valueText(conflict.ours)}
                against={valueText(conflict.base)}
              />
              <Decision>
                <Decide type="button" disabled={isBusy} onClick={() => void onTake([conflict])}>
                  Take theirs <kbd>T</kbd>
                </Decide>
                <Decide type="button" disabled={isBusy} onClick={() => void onKeep([conflict])}>
                  Keep ours <kbd>K</kbd>
                </Decide>
              </Decision>
            </Stack>
          </FindingCard>
        </Card>
      ))}
      <Decision>
        <Decide type="button" disabled={isBusy} onClick={() => void onTake(conflicts)}>
          Take all {conflicts.length} <kbd>A</kbd>
        </Decide>
        <Decide type="button" disabled={isBusy} onClick={() => void onKeep(conflicts)}>
          Keep all of ours
        </Decide>
      </Decision>
    </Stack>
  )
}

/** A text, with the words marked that the text before did not have. */
function Version({
  title,
  text,
  against,
}: {
  readonly title: string
  readonly text: string
  readonly against: string
}) {
  const words = wordsIn(text)
  const same = new Set(alignWords(words, wordsIn(against)).map(([index]) => index))
  const news = against === '' ? [] : words.filter((_, index) => !same.has(index))
  const starts = news.map(({start}) => start)
  const ends = news.map(({end}) => end)
  return (
    <div style={{fontSize: 13, lineHeight: 1.5, whiteSpace: 'pre-wrap'}}>
      <strong>{title}: </strong>
      {text === '' && 'nothing'}
      {[0, ...ends].map((from, index) => (
        <span key={from}>
          {text.slice(from, starts[index] ?? text.length)}
          {starts[index] !== undefined && <ins>{text.slice(starts[index], ends[index])}</ins>}
        </span>
      ))}
    </div>
  )
}

/** `body[_key=="…"]` is a paragraph, `keyPoints[_key=="…"].text` a key point, for the eye. */
function fieldName(path: string): string {
  const field = /^[A-Za-z]{1,40}/u.exec(path)?.[0] ?? path
  const isItem = path.includes('[')
  return (isItem ? itemNames[field] : undefined) ?? wholeNames[field] ?? field
}

const itemNames: Readonly<Record<string, string>> = {
  body: 'Paragraph',
  keyPoints: 'Key point',
  bylines: 'Byline',
  wireCredits: 'Wire credit',
}

const wholeNames: Readonly<Record<string, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  dateline: 'Dateline',
  slugline: 'Slugline',
  authorNote: 'Author note',
  copyrightNotice: 'Copyright',
  embargo: 'Embargo',
  body: 'Order of the paragraphs',
  keyPoints: 'Order of the key points',
  bylines: 'Order of the byline',
  wireCredits: 'Order of the wire credits',
}

function decideByKey(
  event: KeyboardEvent<HTMLElement>,
  conflict: OpenConflict,
  {conflicts, isBusy, onTake, onKeep}: WireUpdatesProps,
): void {
  if (isBusy || event.ctrlKey || event.altKey || event.metaKey) return
  const decisions: Readonly<Record<string, () => Promise<void>>> = {
    t: () => onTake([conflict]),
    k: () => onKeep([conflict]),
    a: () => onTake(conflicts),
  }
  const decide = decisions[event.key.toLowerCase()]
  if (!decide) return
  event.preventDefault()
  const cards = [
    ...(event.currentTarget.closest('section')?.querySelectorAll<HTMLElement>('fieldset') ?? []),
  ]
  const at = cards.indexOf(event.currentTarget)
  const next = cards[at + 1] ?? cards[at - 1]
  void decide().then(() => next?.focus())
}
