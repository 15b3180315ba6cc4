import {Hono} from 'hono'

import {requireUser} from '../access/read-caller.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'

/** What a signed-in user may do: everything, with every document. The filter is evaluated in the browser. */
const EVERYTHING = [
  {
    filter: '_id in path("**")',
    permissions: ['read', 'create', 'update', 'history', 'editHistory'],
  },
] as const

/** What the project routes tell about; the hosted lake keeps it in its management API. */
export interface ProjectFacts {
  readonly projectId: string
  readonly datasetNames: () => readonly string[]
}

/** The one project of this lake: its datasets, and what the caller may do in them. */
export function createProjectRoutes({
  projectId,
  datasetNames,
}: ProjectFacts): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.use('/projects/:project/*', async (context, next) => {
    requireUser(context.get('caller'))
    await next()
  })
  routes.use('/projects/:project', async (context, next) => {
    requireUser(context.get('caller'))
    await next()
  })
  routes.on('GET', ['/projects/:project', '/projects/:project/*'], async (context, next) => {
    const asked = context.req.param('project')
    if (asked !== projectId) {
      throw new Problem(404, `Project "${asked}" not found: this lake holds "${projectId}"`)
    }
    await next()
  })

  routes.get('/projects/:project', (context) =>
    context.json({
      id: projectId,
      displayName: projectId,
      organizationId: null,
      members: [],
      metadata: {},
      features: [],
      isBlocked: false,
      isDisabled: false,
      isDisabledByUser: false,
    }),
  )
  routes.get('/projects/:project/datasets', (context) => {
    const isAddOn = context.req.query('datasetProfile') === 'comments'
    return context.json(isAddOn ? [] : listDatasets(datasetNames()))
  })
  routes.get('/projects/:project/datasets/:dataset/acl', (context) => context.json(EVERYTHING))
  routes.get('/projects/:project/datasets/:dataset/settings/indexing', (context) =>
    context.json({partialIndexSettings: {maxFieldDepth: 0}}),
  )
  routes.get('/projects/:project/grants', (context) => context.json({}))
  routes.get('/projects/:project/roles', (context) => context.json([]))
  routes.get('/projects/:project/user-applications', (context) =>
    context.json([
      {
        id: 'local',
        type: 'studio',
        projectId,
        title: 'wiredesk',
        urlType: 'external',
        appHost: new URL(context.req.url).origin,
      },
    ]),
  )
  routes.get('/projects/:project/new-content-release-allowed', (context) =>
    context.json({allowed: true}),
  )
  routes.get('/datasets', (context) => {
    requireUser(context.get('caller'))
    return context.json(listDatasets(datasetNames()))
  })

  return routes
}

function listDatasets(names: readonly string[]) {
  return names.map((name) => ({
    name,
    aclMode: 'public',
    datasetProfile: 'content',
    features: [],
    tags: [],
  }))
}
