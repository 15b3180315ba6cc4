import {defineConfig} from 'sanity'

import {buildWorkspace} from './studio/workspace.ts'

/** The desk on Sanity's hosted lake, for `sanity deploy` and the schema extraction; `npm start` opens the embedded one. */
export default defineConfig(
  buildWorkspace({
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'wiredesk',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  }),
)
