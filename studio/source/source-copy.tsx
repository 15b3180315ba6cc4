import {Fragment} from 'react'

import type {SourceParagraph} from './paragraphs-of.ts'
import {
  Copy,
  ForScreenReaders,
  InlineLabel,
  Reason,
  Row,
  RowLabel,
  StretchLink,
  StretchText,
  TakenOut,
} from './source-styles.ts'
import type {Gap, Stretch} from './stretch.ts'

interface SourceCopyProps {
  readonly paragraphs: readonly SourceParagraph[]
  /** Path of the field that has the focus in the form, or `''` */
  readonly focusedPath: string
  readonly onOpenField: (path: string) => void
}

/** The received text, each stretch marked with where it went and leading there. */
export function SourceCopy({paragraphs, ...jump}: SourceCopyProps) {
  return (
    <Copy aria-label="Text as received">
      {paragraphs.map((paragraph) => {
        const first = paragraph.find((tile) => tile.type === 'stretch')
        if (!first) return null
        return (
          <Row key={first.start} id={rowId(first.start)} tabIndex={-1}>
            <RowLabel $destination={first.destination} aria-hidden>
              {first.label}
            </RowLabel>
            <div>
              {paragraph.map((tile) => (
                <Fragment key={tile.start}>
                  {tile.type === 'stretch' && tile !== first && (
                    <InlineLabel $destination={tile.destination} aria-hidden>
                      {tile.label}
                    </InlineLabel>
                  )}
                  <Tile tile={tile} {...jump} />
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

function Tile({
  tile,
  focusedPath,
  onOpenField,
}: Omit<SourceCopyProps, 'paragraphs'> & {readonly tile: Stretch | Gap}) {
  if (tile.type === 'gap') return tile.text
  const {destination, label, text, path, reason, rule, doubts} = tile
  if (destination === 'removed') {
    return (
      <>
        <ForScreenReaders>{label}: </ForScreenReaders>
        <TakenOut title={`${reason} (${rule})`}>{text}</TakenOut>
        <Reason>
          {reason} · rule {rule}
        </Reason>
      </>
    )
  }
  const title = [`${label}: ${reason} (${rule})`, ...doubts].join('\n')
  if (path === undefined) {
    return (
      <StretchText $destination={destination} title={title}>
        <ForScreenReaders>{label}: </ForScreenReaders>
        {text}
      </StretchText>
    )
  }
  return (
    <StretchLink
      $destination={destination}
      href={`#${encodeURIComponent(path)}`}
      title={title}
      aria-current={isFocused(path, focusedPath) || undefined}
      data-doubt={doubts.length > 0 || undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpenField(path)
      }}
    >
      <ForScreenReaders>{label}: </ForScreenReaders>
      {text}
    </StretchLink>
  )
}

function isFocused(path: string, focusedPath: string): boolean {
  return focusedPath !== '' && (focusedPath === path || focusedPath.startsWith(`${path}.`))
}
