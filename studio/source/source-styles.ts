import {css, styled} from 'styled-components'

import type {Destination} from './stretch.ts'

/** Background and line of each destination, in a light and in a dark desk: text on them keeps a contrast of 7 to 1. */
const colours: Readonly<Record<Destination, readonly [light: string, dark: string, line: string]>> =
  {
    headline: ['#fdeaa8', '#574a12', '#c99700'],
    standfirst: ['#fcdcc0', '#573a1e', '#d9822b'],
    keyPoint: ['#cdecd3', '#1f4a2b', '#3d9a55'],
    byline: ['#e2daf9', '#3c2f63', '#8465d6'],
    dateline: ['#cbe7f9', '#1d4259', '#3b93c9'],
    credit: ['#f9d3e4', '#5a2540', '#d1558f'],
    body: ['#edf0f6', '#2a2f3c', '#9aa5bd'],
    other: ['#e4e8c4', '#40451d', '#97a04a'],
    removed: ['transparent', 'transparent', '#c4655c'],
    unresolved: ['#ffdcd6', '#5b2620', '#d6452f'],
  }

const background = (destination: Destination) => css`
  background: ${colours[destination][0]};
  [data-scheme='dark'] & {
    background: ${colours[destination][1]};
  }
`

/** The received text: a row for each printed paragraph, its label beside it. */
export const Copy = styled.ol`
  /* Holds the texts for screen readers, which stand outside of the flow */
  position: relative;
  list-style: none;
  margin: 0;
  padding: 12px 16px 32px 0;
  font-family: Inter, sans-serif;
  font-size: 14px;
  line-height: 1.6;
  ::highlight(source-word) {
    background: #ffd54a;
    color: #1b1a17;
  }
`

export const Row = styled.li`
  display: grid;
  grid-template-columns: 92px minmax(0, 1fr);
  column-gap: 12px;
  padding: 5px 0;
`

export const RowLabel = styled.div<{readonly $destination: Destination}>`
  border-left: 4px solid ${({$destination}) => colours[$destination][2]};
  padding-left: 10px;
  font-size: 12px;
  line-height: 22px;
  overflow-wrap: anywhere;
  color: var(--card-muted-fg-color);
`

const stretch = css<{readonly $destination: Destination}>`
  ${({$destination}) => background($destination)}
  color: inherit;
  border-radius: 3px;
  padding: 1px 3px;
  margin: 0 -3px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  text-decoration: none;
  -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
`

export const StretchLink = styled.a<{readonly $destination: Destination}>`
  ${stretch}
  cursor: pointer;
  &:hover,
  &[aria-current] {
    box-shadow: inset 0 -2px ${({$destination}) => colours[$destination][2]};
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
  &[data-doubt] {
    text-decoration: underline wavy #d6452f 1px;
    text-underline-offset: 4px;
  }
`

export const StretchText = styled.span<{readonly $destination: Destination}>`
  ${stretch}
`

export const TakenOut = styled.del`
  color: var(--card-muted-fg-color);
  text-decoration: line-through;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`

export const Reason = styled.small`
  display: block;
  font-size: 12px;
  line-height: 18px;
  color: var(--card-muted-fg-color);
`

export const InlineLabel = styled.span<{readonly $destination: Destination}>`
  display: inline-block;
  border: 1px solid ${({$destination}) => colours[$destination][2]};
  border-radius: 3px;
  padding: 0 4px;
  margin: 0 6px 0 2px;
  font-size: 11px;
  line-height: 16px;
  white-space: nowrap;
`

export const ForScreenReaders = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`

export const Legend = styled.ul`
  position: relative;
  list-style: none;
  display: flex;
  flex-wrap: wrap;
  gap: 6px 14px;
  margin: 0;
  padding: 0;
  font-size: 12px;
  line-height: 18px;
`

export const Swatch = styled.span<{readonly $destination: Destination}>`
  ${({$destination}) => background($destination)}
  display: inline-block;
  width: 14px;
  height: 12px;
  margin-right: 6px;
  border-radius: 2px;
  vertical-align: -1px;
  border-left: 4px solid ${({$destination}) => colours[$destination][2]};
`

/** What was, or can be, decided about a stretch. */
export const Decision = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px 8px;
  padding: 2px 0 4px;
  font-size: 12px;
  line-height: 18px;
  color: var(--card-muted-fg-color);
`

export const Decide = styled.button`
  font: inherit;
  color: var(--card-fg-color);
  background: var(--card-bg-color);
  border: 1px solid var(--card-border-color);
  border-radius: 3px;
  padding: 2px 8px;
  cursor: pointer;
  &:hover:not(:disabled) {
    border-color: var(--card-muted-fg-color);
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
  &:disabled {
    cursor: default;
    color: var(--card-muted-fg-color);
  }
  kbd {
    font: inherit;
    font-size: 11px;
    color: var(--card-muted-fg-color);
    border: 1px solid var(--card-border-color);
    border-radius: 2px;
    padding: 0 4px;
  }
`

/** A doubt; takes the keys that answer it. */
export const FindingCard = styled.fieldset`
  border: 0;
  margin: 0;
  min-width: 0;
  padding: 12px;
  border-radius: 3px;
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`
