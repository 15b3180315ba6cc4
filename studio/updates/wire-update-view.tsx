import {Box, Stack, Text} from '@sanity/ui'
import {type KeyboardEvent, useMemo, useRef, useState} from 'react'

import type {Fields} from '../../schemas/rules/narrow.ts'
import {Decide, Decision} from '../source/source-styles.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {ChangeCard} from './change-card.tsx'
import {changeTitle} from './change-title.ts'
import {type DeskChange, deskChanges, isTakeable} from './desk-changes.ts'
import {foldUnchanged} from './fold-unchanged.ts'
import {printedValue} from './printed-value.ts'
import {Changes, Unchanged} from './update-styles.ts'
import {useUpdateDesk} from './use-update-desk.ts'
import type {WireVersion} from './use-wire-updates.ts'

interface WireUpdateViewProps {
  /** As the form shows it */
  readonly article: Fields
  readonly articleId: string
  readonly record: unknown
  readonly before: WireVersion
  readonly after: WireVersion
  /** Printed name of a contributor, by id */
  readonly names: ReadonlyMap<string, string>
  readonly isReadOnly: boolean
  readonly onOpenField: (path: string) => void
}

/** What a new version of the wire changed, each change decided with one key: T takes the wire's words, K keeps ours, A and O do so with all. */
export function WireUpdateView(props: WireUpdateViewProps) {
  const {article, articleId, record, before, after, names, isReadOnly, onOpenField} = props
  const text = useDeskText()
  const versions = useMemo(
    () => ({before: before.fields, after: after.fields}),
    [before.fields, after.fields],
  )
  const changes = useMemo(() => deskChanges(versions, article, record), [versions, article, record])
  const folds = useMemo(() => foldUnchanged(versions, changes), [versions, changes])
  const {isBusy, decide} = useUpdateDesk({articleId, versions, sourceId: after.text.id, isReadOnly})
  const [said, setSaid] = useState('')
  const section = useRef<HTMLElement>(null)

  const takeable = changes.filter(isTakeable)
  const keepable = changes.filter(({state}) => state !== 'ours')
  const decideOn = async (chosen: readonly DeskChange[], side: 'theirs' | 'ours') => {
    if (isBusy || chosen.length === 0 || !(await decide({changes: chosen, side}))) return
    const [only, other] = chosen
    setSaid(
      only !== undefined && other === undefined
        ? text(side === 'theirs' ? 'updates.was-taken' : 'updates.was-kept', {
            change: changeTitle(only, text),
          })
        : text(side === 'theirs' ? 'updates.all-taken' : 'updates.all-kept'),
    )
    focusNext(section.current, only?.path)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return
    const card = event.target.closest<HTMLElement>('[data-path]')
    const change = changes.find(({path}) => path === card?.dataset['path'])
    const isOnCard = event.target === card
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      t:
        change &&
        (() =>
          void decideOn(
            takeable.filter((one) => one === change),
            'theirs',
          )),
      k:
        change &&
        (() =>
          void decideOn(
            keepable.filter((one) => one === change),
            'ours',
          )),
      a: () => void decideOn(takeable, 'theirs'),
      o: () => void decideOn(keepable, 'ours'),
      arrowdown: () => moveFocus(event.currentTarget, 1),
      arrowup: () => moveFocus(event.currentTarget, -1),
      enter: isOnCard && change ? () => onOpenField(change.path) : undefined,
    }
    const act = keys[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <Box as="section" ref={section} aria-label={text('updates.changes')} onKeyDown={onKey}>
      <Box padding={4} paddingTop={3}>
        <Stack gap={3}>
          <Text size={1} as="p">
            <output aria-live="polite">
              {[said, summary(changes, text)].filter(Boolean).join(' ')}
            </output>
          </Text>
          {changes.length > 0 && (
            <Decision>
              <Decide
                type="button"
                disabled={isBusy || takeable.length === 0}
                onClick={() => void decideOn(takeable, 'theirs')}
              >
                {text('updates.take-all')} <kbd>A</kbd>
              </Decide>
              <Decide
                type="button"
                disabled={isBusy || keepable.length === 0}
                onClick={() => void decideOn(keepable, 'ours')}
              >
                {text('updates.keep-all')} <kbd>O</kbd>
              </Decide>
              <span>
                <kbd>↑</kbd> <kbd>↓</kbd> {text('updates.keys')}, <kbd>↵</kbd>{' '}
                {text('updates.open-field')}
              </span>
            </Decision>
          )}
        </Stack>
      </Box>
      <Changes>
        {folds.map((fold) =>
          fold.type === 'change' ? (
            <ChangeCard
              key={fold.change.path}
              change={fold.change}
              names={names}
              isBusy={isBusy}
              onDecide={(side) => void decideOn([fold.change], side)}
            />
          ) : (
            <li key={`same-${fold.same[0]?.path}`}>
              <Unchanged>
                <summary>{text('updates.unchanged', {count: fold.same.length})}</summary>
                {fold.same.map(({path, theirs}) => (
                  <p key={path}>{printedValue(theirs, names)}</p>
                ))}
              </Unchanged>
            </li>
          ),
        )}
      </Changes>
    </Box>
  )
}

function summary(changes: readonly DeskChange[], text: DeskText): string {
  if (changes.length === 0) return text('updates.summary-none')
  const open = changes.filter(({state}) => state === 'open').length
  const left =
    open === 0 ? text('updates.nothing-to-decide') : text('updates.to-decide', {count: open})
  return `${text('updates.summary', {count: changes.length})}: ${left}.`
}

function moveFocus(section: HTMLElement, step: 1 | -1): void {
  const cards = cardsOf(section)
  const here = document.activeElement?.closest('[data-path]')
  const at = cards.findIndex((card) => card === here)
  cards[at === -1 && step === -1 ? cards.length - 1 : at + step]?.focus()
}

/** On from a change that was decided: to the next one that is open, else it stays there. */
function focusNext(section: HTMLElement | null, path: string | undefined): void {
  if (!section) return
  const cards = cardsOf(section)
  const at = cards.findIndex((card) => card.dataset['path'] === path)
  const next = cards.slice(at + 1).find(isOpen) ?? cards.slice(0, Math.max(at, 0)).find(isOpen)
  ;(next ?? cards[at])?.focus()
}

function isOpen(card: HTMLElement): boolean {
  return card.dataset['state'] === 'open'
}

function cardsOf(section: HTMLElement): readonly HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-path]')]
}
