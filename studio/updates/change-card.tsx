import {Badge, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

import {Decide, Decision} from '../source/source-styles.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {changeTitle} from './change-title.ts'
import {type DeskChange, isTakeable} from './desk-changes.ts'
import {MarkedWords} from './marked-words.tsx'
import {printedValue} from './printed-value.ts'
import {Change, Versions} from './update-styles.ts'

interface ChangeCardProps {
  readonly change: DeskChange
  /** Printed name of a contributor, by id */
  readonly names: ReadonlyMap<string, string>
  readonly isBusy: boolean
  readonly onDecide: (side: 'theirs' | 'ours') => void
}

const tones = {open: 'caution', taken: 'positive', ours: 'primary'} as const

/** One change of the wire: how it was, how it is, how the article has it, and the keys that decide. */
export function ChangeCard({change, names, isBusy, onDecide}: ChangeCardProps) {
  const text = useDeskText()
  const {kind, state, conflicts} = change
  const title = changeTitle(change, text)
  const by = state === 'open' ? undefined : conflicts.findLast((conflict) => conflict.by)?.by
  return (
    <Change
      $state={state}
      tabIndex={0}
      data-path={change.path}
      data-state={state}
      aria-label={`${title}: ${text(`updates.kind-${kind === 'same' ? 'changed' : kind}`)}. ${text(`updates.state-${state}`)}`}
      aria-keyshortcuts="t k Enter"
    >
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <Text size={1} weight="semibold">
            {title}
          </Text>
          {kind !== 'same' && <Badge fontSize={0}>{text(`updates.kind-${kind}`)}</Badge>}
          <Badge fontSize={0} tone={tones[state]}>
            {[text(`updates.state-${state}`), by].filter(Boolean).join(' · ')}
          </Badge>
        </Flex>
        <Texts change={change} names={names} />
        <Decision>
          {isTakeable(change) && (
            <Decide type="button" disabled={isBusy} onClick={() => onDecide('theirs')}>
              {text('updates.take')} <kbd>T</kbd>
            </Decide>
          )}
          {state !== 'ours' && (
            <Decide type="button" disabled={isBusy} onClick={() => onDecide('ours')}>
              {text(state === 'open' ? 'updates.keep' : 'updates.back')} <kbd>K</kbd>
            </Decide>
          )}
          {state !== 'taken' && !isTakeable(change) && text('updates.embargo-hint')}
        </Decision>
      </Stack>
    </Change>
  )
}

function Texts({change, names}: Pick<ChangeCardProps, 'change' | 'names'>) {
  const text = useDeskText()
  const [before, now, ours] = [change.base, change.theirs, change.ours].map((value) =>
    printedValue(value, names),
  )
  if (before === undefined || now === undefined || ours === undefined) return null
  const isOursOwn = change.state !== 'taken'
  return (
    <Versions>
      {before !== '' && (
        <Version title={text('updates.before')}>
          {now === '' ? <del>{before}</del> : <MarkedWords text={before} other={now} as="del" />}
        </Version>
      )}
      {now !== '' && (
        <Version title={text('updates.now')}>
          {before === '' ? <ins>{now}</ins> : <MarkedWords text={now} other={before} as="ins" />}
        </Version>
      )}
      {isOursOwn && (
        <Version title={text('updates.ours')}>
          {ours === '' && text('updates.not-there')}
          {ours !== '' && ours === before && text('updates.as-before')}
          {ours !== '' && ours !== before && <MarkedWords text={ours} other={before} as="ins" />}
        </Version>
      )}
    </Versions>
  )
}

function Version({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd data-copy>{children}</dd>
    </div>
  )
}
