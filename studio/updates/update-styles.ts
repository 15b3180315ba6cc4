import {css, styled} from 'styled-components'

/** The versions of one change beside each other, or below where there is no room. */
export const Versions = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
  gap: 10px 20px;
  margin: 0;
  font-size: 13px;
  line-height: 1.5;
  dt {
    font-size: 11px;
    line-height: 16px;
    color: var(--card-muted-fg-color);
  }
  dd {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  del {
    background: #ffdcd6;
    text-decoration-thickness: 1px;
  }
  ins {
    background: #cdecd3;
    text-underline-offset: 3px;
  }
  [data-scheme='dark'] & del {
    background: #5b2620;
  }
  [data-scheme='dark'] & ins {
    background: #1f4a2b;
  }
`

const lineOf = {open: '#c99700', taken: '#3d9a55', ours: '#3b6fc9'} as const

/** A change of the wire; takes the keys that decide on it. */
export const Change = styled.li<{readonly $state: keyof typeof lineOf}>`
  ${({$state}) => css`
    border-left: 4px solid ${lineOf[$state]};
  `}
  padding: 10px 12px 8px;
  background: var(--card-bg-color);
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
  & + & {
    border-top: 1px solid var(--card-border-color);
  }
`

export const Changes = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
`

/** What is the same in both versions, folded. */
export const Unchanged = styled.details`
  padding: 6px 12px 6px 16px;
  font-size: 12px;
  line-height: 18px;
  color: var(--card-muted-fg-color);
  border-top: 1px solid var(--card-border-color);
  border-bottom: 1px solid var(--card-border-color);
  summary {
    cursor: pointer;
  }
  p {
    margin: 6px 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`
