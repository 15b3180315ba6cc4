import type {LayoutProps} from 'sanity'
import {createGlobalStyle} from 'styled-components'

import {SchedulesProvider} from '../schedule/schedules-context.tsx'

/** The Studio's layout with the few touches that no setting offers. */
export function DeskLayout(props: LayoutProps) {
  return (
    <SchedulesProvider>
      <DeskStyles />
      {/* Sanity has no landmark that a screen reader could go to */}
      <main style={{display: 'contents'}}>{props.renderDefault(props)}</main>
    </SchedulesProvider>
  )
}

const DeskStyles = createGlobalStyle`
  /* A list of work runs over records, which are always "published": their dot would say so of the article */
  a[href*=';record.'] [data-status] {
    display: none;
  }
  /* A card that is a button shows no focus of its own */
  [data-problem]:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
  /* The groups of a form stand close above what they choose from */
  [data-testid='field-groups'] {
    margin: -12px 0 -36px;
  }
  /* Room to read: half of the pane, as long as nobody has set its width */
  [data-ui='DocumentInspectorPanel']:not([style*='none']) {
    flex-grow: 2 !important;
  }
`
