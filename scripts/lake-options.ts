import {mayPublish} from './may-publish.ts'

/** What the lake is told of the newsroom: it knows nothing of newspapers itself. */
export const lakeOptions = {
  projectId: 'wiredesk',
  mayPublish,
  /** Paths that queries of the Studio, the frontends and the importer compare or order by; in pairs where documents with one value come in the order of another; of elements where one of them gives the order */
  indexedPaths: [
    'slug.current',
    'formerSlugs[]',
    'headline',
    'pubStatus',
    'publishedAt',
    'corrections',
    'corrections[].at',
    'section._ref, publishedAt',
    'publication._ref, publishedAt',
    'bylines[].contributor._ref, publishedAt',
    'wireCredits[].source._ref, publishedAt',
    'code',
    'name',
    'embargo.active',
    'workflowState',
    'killFlag',
    'findings',
    'conflicts',
    'textSha256',
    'nearKeys[]',
    'storyId',
    'sha1hash',
  ],
} as const
