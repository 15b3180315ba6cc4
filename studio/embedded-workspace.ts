import {createClient} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'

import {deskTextBundles, studioTextBundles} from './texts/desk-text-bundles.ts'
import {placeholderApiHost} from './transport/guard-fetch.ts'
import {buildWorkspace} from './workspace.ts'

/**
 * The desk on the embedded lake: the hosted one's, with login by token, its own transport and without what lives in Sanity's cloud.
 *
 * @param lake - Origin of the lake, such as `http://127.0.0.1:3333`
 * @param lakeFetch - Carries the clients' requests, the streams of events among them
 */
export function embeddedWorkspace(lake: string, lakeFetch: typeof fetch): WorkspaceOptions {
  return {
    ...buildWorkspace({projectId: 'wiredesk', dataset: 'production'}),
    i18n: {bundles: [...deskTextBundles, ...studioTextBundles]},
    apiHost: placeholderApiHost,
    auth: {loginMethod: 'token'},
    unstable_clientFactory: (options) =>
      // `options` carries the Studio's request handler: error dialogs and sign-out hang on it
      createClient({
        ...options,
        apiHost: lake,
        useProjectHostname: false,
        resolveFetch: () => lakeFetch,
      }),
    announcements: {enabled: false},
    apps: {canvas: {enabled: false}},
  }
}
