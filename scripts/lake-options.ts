/** What the lake is told of the newsroom: it knows nothing of newspapers itself. */
export const lakeOptions = {
  projectId: 'wiredesk',
  /** Paths that queries of the Studio, the frontends and the importer compare or order by */
  indexedPaths: [
    'slug.current',
    'formerSlugs',
    'pubStatus',
    'publishedAt',
    'section._ref',
    'publication._ref',
    'workflowState',
    'textSha256',
    'storyId',
  ],
} as const
