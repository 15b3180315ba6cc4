import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {putBackKey} from './put-back-place.ts'
import {decisionOn, type StretchDecision} from './source-decisions.ts'
import {
  Decide,
  Decision,
  ForScreenReaders,
  Reason,
  StretchLink,
  StretchText,
  TakenOut,
} from './source-styles.ts'
import {stretchLabel} from './stretch-label.ts'
import type {Stretch} from './stretch.ts'
import type {SourceDesk} from './use-source-desk.ts'
import {sourceShortcut, stretchId, offsetAtPoint} from './use-word-trail.ts'

/** What the stretches of one text are shown with. */
export interface TileContext {
  readonly sourceId: string
  readonly record: unknown
  readonly desk: SourceDesk
  /** Path of the field that has the focus in the form, or `''` */
  readonly focusedPath: string
  /** @param offset - In the stretch's text, of the word that was pointed at */
  readonly onOpenStretch: (stretch: Stretch, offset: number | undefined) => void
}

/** A stretch of the received text: a link to its field, or what was taken out with the way back. */
export function SourceTile({stretch, ...context}: TileContext & {readonly stretch: Stretch}) {
  const say = useDeskText()
  const sentence = useSentence()
  const {destination, text, path, reason, rule, doubts} = stretch
  const label = stretchLabel(stretch, say)
  const decision = decisionOn(stretch, context.record, context.sourceId)
  if (decision?.kind === 'putBack') {
    const {number: _, ...unnumbered} = stretch
    const own = `body[_key=="${putBackKey(context.sourceId, stretch.start)}"]`
    return (
      <>
        <Linked
          stretch={{...unnumbered, destination: 'body', name: 'put-back', path: own}}
          {...context}
        />
        <Decided stretch={stretch} decision={decision} {...context} />
      </>
    )
  }
  if (destination === 'removed' || destination === 'unresolved') {
    return (
      <>
        <ForScreenReaders>{label}: </ForScreenReaders>
        {destination === 'removed' ? (
          <TakenOut title={`${reason} (${rule})`}>{text}</TakenOut>
        ) : (
          <StretchText $destination={destination} title={`${reason} (${rule})`}>
            {text}
          </StretchText>
        )}
        <Reason>{say('source.reason', {reason, rule})}</Reason>
        {decision ? (
          <Decided stretch={stretch} decision={decision} {...context} />
        ) : (
          <Undecided stretch={stretch} {...context} />
        )}
      </>
    )
  }
  if (path !== undefined) return <Linked stretch={stretch} {...context} />
  return (
    <StretchText
      $destination={destination}
      title={[`${label}: ${reason} (${rule})`, ...doubts.map(sentence)].join('\n')}
    >
      <ForScreenReaders>{label}: </ForScreenReaders>
      {text}
    </StretchText>
  )
}

function Linked({
  stretch,
  focusedPath,
  onOpenStretch,
}: Pick<TileContext, 'focusedPath' | 'onOpenStretch'> & {readonly stretch: Stretch}) {
  const say = useDeskText()
  const sentence = useSentence()
  const {destination, text, path = '', reason, rule, doubts} = stretch
  const label = stretchLabel(stretch, say)
  return (
    <StretchLink
      id={stretchId(stretch.start)}
      $destination={destination}
      href={`#${encodeURIComponent(path)}`}
      title={[`${label}: ${reason} (${rule})`, ...doubts.map(sentence)].join('\n')}
      aria-current={isFocused(path, focusedPath) || undefined}
      aria-keyshortcuts={sourceShortcut}
      data-doubt={doubts.length > 0 || undefined}
      onClick={(event) => {
        event.preventDefault()
        const isPointed = event.detail > 0
        onOpenStretch(
          stretch,
          isPointed ? offsetAtPoint(event.currentTarget, event.clientX, event.clientY) : undefined,
        )
      }}
    >
      <ForScreenReaders>{label}: </ForScreenReaders>
      {text}
    </StretchLink>
  )
}

function Undecided({stretch, desk}: TileContext & {readonly stretch: Stretch}) {
  const say = useDeskText()
  return (
    <Decision>
      <Decide
        type="button"
        data-put-back
        aria-keyshortcuts="p"
        disabled={desk.isBusy}
        onClick={() => void desk.putBack(stretch)}
      >
        {say('source.put-back')}
        <ForScreenReaders>
          {say('source.put-back-what', {text: stretch.text})}
        </ForScreenReaders>{' '}
        <kbd aria-hidden>P</kbd>
      </Decide>
      {stretch.destination === 'unresolved' && (
        <Decide type="button" disabled={desk.isBusy} onClick={() => void desk.leaveOut(stretch)}>
          {say('source.leave-out')}
          <ForScreenReaders>: {stretch.text}</ForScreenReaders>
        </Decide>
      )}
    </Decision>
  )
}

function Decided({
  stretch,
  decision,
  desk,
}: TileContext & {readonly stretch: Stretch; readonly decision: StretchDecision}) {
  const say = useDeskText()
  const {by} = decision
  const isBack = decision.kind === 'putBack'
  const done = isBack
    ? say(by === '' ? 'source.is-back' : 'source.is-back-by', {name: by})
    : say(by === '' ? 'source.is-out' : 'source.is-out-by', {name: by})
  return (
    <Decision>
      {done}
      <Decide
        type="button"
        data-put-back
        aria-keyshortcuts="p"
        disabled={desk.isBusy}
        onClick={() => void desk.undo(stretch)}
      >
        {say(isBack ? 'source.out-again' : 'source.decide-again')}
        <ForScreenReaders>: {stretch.text}</ForScreenReaders> <kbd aria-hidden>P</kbd>
      </Decide>
    </Decision>
  )
}

function isFocused(path: string, focusedPath: string): boolean {
  return focusedPath !== '' && (focusedPath === path || focusedPath.startsWith(`${path}.`))
}
