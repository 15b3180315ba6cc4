import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'wiredesk',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  typegen: {
    path: './queries/**/*.ts',
    schema: './schemas/schema.generated.json',
    generates: './queries/query-types.generated.ts',
    overloadClientMethods: true,
  },
})
