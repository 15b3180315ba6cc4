import {createClient} from '@sanity/client'
import {visionTool} from '@sanity/vision'
import type {WorkspaceOptions} from 'sanity'
import {structureTool} from 'sanity/structure'

import {placeholderApiHost} from './transport/guard-fetch.ts'

/** Where the desk's content lives. */
export interface DeskPlace {
  readonly projectId: string
  readonly dataset: string
  /** The embedded lake; absent for a project on Sanity's hosted lake */
  readonly lake?: {
    readonly origin: string
    readonly fetch: typeof fetch
  }
}

/** The desk, the same on either lake: what differs is how it reaches its content. */
export function buildWorkspace(place: DeskPlace): WorkspaceOptions {
  return {
    name: 'default',
    title: 'wiredesk',
    basePath: '/',
    projectId: place.projectId,
    dataset: place.dataset,
    plugins: [
      structureTool(),
      visionTool({defaultApiVersion: '2025-02-19', defaultDataset: place.dataset}),
    ],
    schema: {types: []},
    releases: {enabled: false},
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    tasks: {enabled: false},
    ...(place.lake && embedded(place.lake)),
  }
}

/** Login, transport and the features that live in Sanity's cloud. */
function embedded(lake: NonNullable<DeskPlace['lake']>): Partial<WorkspaceOptions> {
  return {
    apiHost: placeholderApiHost,
    auth: {loginMethod: 'token'},
    unstable_clientFactory: (options) =>
      // `options` carries the Studio's request handler: error dialogs and sign-out hang on it
      createClient({
        ...options,
        apiHost: lake.origin,
        useProjectHostname: false,
        resolveFetch: () => lake.fetch,
      }),
    announcements: {enabled: false},
    apps: {canvas: {enabled: false}},
  }
}
