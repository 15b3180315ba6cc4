import {Hono} from 'hono'

import {requireUser} from '../access/read-caller.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {readJsonObject} from './read-request.ts'

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
  readonly createDataset: (name: string) => void
}

const DATASET_NAME = /^~?[a-z0-9][a-z0-9_-]{0,63}$/u

/** The one project of this lake: its datasets, and what the caller may do in them. */
export function createProjectRoutes({
  projectId,
  datasetNames,
  createDataset,
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

  const project = {
    id: projectId,
    displayName: projectId,
    organizationId: null,
    members: [],
    metadata: {},
    features: [],
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
  }
  routes.get('/projects', (context) => {
    requireUser(context.get('caller'))
    return context.json([project])
  })
  routes.get('/projects/:project', (context) => context.json(project))
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
  routes.put('/datasets/:name', async (context) => {
    requireUser(context.get('caller'))
    const name = context.req.param('name')
    if (!DATASET_NAME.test(name)) {
      throw new Problem(
        400,
        `Cannot create dataset "${name}": a name is small letters, digits, hyphens and underscores, 64 at most`,
      )
    }
    const isBare = (await context.req.text()).trim() === ''
    const {aclMode = 'public'} = isBare ? {} : await readJsonObject(context)
    if (aclMode !== 'public') {
      throw new Problem(
        400,
        `Cannot create dataset "${name}" as ${String(aclMode)}: every dataset of this lake is public; keep documents private by a dot in their id`,
      )
    }
    if (datasetNames().includes(name)) {
      throw new Problem(409, `Cannot create dataset "${name}": it exists`)
    }
    createDataset(name)
    return context.json({datasetName: name, aclMode: 'public'})
  })
  routes.get('/datasets', (context) => {
    requireUser(context.get('caller'))
    return context.json(listDatasets(datasetNames()))
  })
  routes.get('/datasets/:name', (context) => {
    requireUser(context.get('caller'))
    const name = context.req.param('name')
    if (datasetNames().includes(name)) return context.json({datasetName: name, aclMode: 'public'})
    throw new Problem(404, `Dataset "${name}" not found`)
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
