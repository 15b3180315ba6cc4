import {renderStudio} from 'sanity'

import {embeddedWorkspace} from './embedded-workspace.ts'
import {createMuxFetch} from './transport/mux-fetch.ts'
import {outlivePublishing} from './transport/outlive-publishing.ts'

/** Opens the Studio on the lake that served this page. */
export function openDesk(): void {
  outlivePublishing()
  const lake = location.origin
  const workspace = embeddedWorkspace(lake, createMuxFetch(lake, window.fetch))
  renderStudio(document.querySelector<HTMLElement>('#sanity'), workspace, {basePath: '/'})
}
