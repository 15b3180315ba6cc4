import {Fragment, type KeyboardEvent} from 'react'

import {useDeskText} from '../texts/use-desk-text.ts'
import type {SourceParagraph} from './paragraphs-of.ts'
import {putBackKey} from './put-back-place.ts'
import {decisionOn} from './source-decisions.ts'
import {Copy, ForScreenReaders, InlineLabel, Row, RowLabel} from './source-styles.ts'
import {SourceTile, type TileContext} from './source-tile.tsx'
import {stretchLabel} from './stretch-label.ts'
import type {Gap, Stretch} from './stretch.ts'
import {percentOf, type WireShare} from './wire-share.ts'

interface SourceCopyProps extends TileContext {
  readonly paragraphs: readonly SourceParagraph[]
  /** By `_key` of the paragraph of the article */
  readonly shares: ReadonlyMap<string, WireShare>
}

/** The received text, each stretch marked with where it went and leading there. */
export function SourceCopy({paragraphs, shares, ...context}: SourceCopyProps) {
  const text = useDeskText()
  return (
    <Copy aria-label={text('source.as-received')} onKeyDown={onKey}>
      {paragraphs.map((paragraph) => {
        const first = paragraph.find((tile) => tile.type === 'stretch')
        if (!first) return null
        const inBody = paragraph.find(isInBody) ?? first
        const isBack = decisionOn(first, context.record, context.sourceId)?.kind === 'putBack'
        return (
          <Row key={first.start} id={rowId(first.start)} tabIndex={-1}>
            <RowLabel data-row-label $destination={isBack ? 'body' : first.destination}>
              <span aria-hidden>
                {isBack ? text('stretch.put-back') : stretchLabel(first, text)}
              </span>
              <Share stretch={inBody} shares={shares} isBack={isBack} context={context} />
            </RowLabel>
            <div data-copy>
              {paragraph.map((tile) => (
                <Fragment key={tile.start}>
                  {tile.type === 'stretch' && tile !== first && (
                    <InlineLabel $destination={tile.destination} aria-hidden>
                      {stretchLabel(tile, text)}
                    </InlineLabel>
                  )}
                  {tile.type === 'gap' ? tile.text : <SourceTile stretch={tile} {...context} />}
                </Fragment>
              ))}
            </div>
          </Row>
        )
      })}
    </Copy>
  )
}

/** Element id of the row that begins at `start`, for findings to jump to. */
export function rowId(start: number): string {
  return `source-${start}`
}

function isInBody(tile: Stretch | Gap): tile is Stretch {
  return tile.type === 'stretch' && tile.destination === 'body'
}

/** How much of the paragraph that a row became is still the wire's. */
function Share({
  stretch,
  shares,
  isBack,
  context,
}: {
  readonly stretch: Stretch
  readonly shares: ReadonlyMap<string, WireShare>
  readonly isBack: boolean
  readonly context: TileContext
}) {
  const text = useDeskText()
  if (isBack || stretch.destination !== 'body') return null
  const key = /^body\[_key=="(?<key>[^"]{1,100})"\]$/u.exec(stretch.path ?? '')?.groups?.['key']
  const share = shares.get(key ?? putBackKey(context.sourceId, stretch.start))
  if (!share) return <div>{text('source.not-in-article')}</div>
  const percent = percentOf(share)
  return (
    <div title={text('source.share-means')}>
      <span aria-hidden>{text('source.wire-share', {percent})}</span>
      <ForScreenReaders>{text('source.wire-share-said', {percent})}</ForScreenReaders>
    </div>
  )
}

/** Arrows go from stretch to stretch; P puts back what was taken out, and takes it out again. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return
  if (event.key === 'p' || event.key === 'P') {
    const button = event.target.closest('li')?.querySelector<HTMLElement>('[data-put-back]')
    if (!button) return
    event.preventDefault()
    button.click()
    return
  }
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
  if (step === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button:not(:disabled)')]
  const row = event.target.closest('li')
  const here = stops.findIndex((stop) => stop === event.target || row?.contains(stop))
  const next = stops[here + (stops[here] === event.target || step < 0 ? step : 0)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
