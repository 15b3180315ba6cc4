import {renderStudio} from 'sanity'

import {createMuxFetch} from './transport/mux-fetch.ts'
import {buildWorkspace} from './workspace.ts'

/** Opens the Studio on the lake that served this page. */
export function openDesk(): void {
  const lake = location.origin
  const workspace = buildWorkspace({
    projectId: 'wiredesk',
    dataset: 'production',
    lake: {origin: lake, fetch: createMuxFetch(lake, window.fetch)},
  })
  renderStudio(document.querySelector<HTMLElement>('#sanity'), workspace, {basePath: '/'})
}
