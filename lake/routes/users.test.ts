import {afterAll, beforeAll, expect, test} from 'vitest'

import {addUser} from '../access/users.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
let authorization = ''

beforeAll(async () => {
  desk = await serveTestLake()
  addUser(
    desk.lake.store.database,
    {id: 'ann', name: 'Ann Reyes', email: 'ann@paper.example'},
    new Date(),
  )
  authorization = `Bearer ${desk.lake.administratorToken}`
})
afterAll(() => desk.close())

test('the client knows who it is', async () => {
  expect(await desk.client(desk.lake.administratorToken).users.getById('me')).toEqual({
    id: 'administrator',
    name: 'Administrator',
    email: '',
    role: 'administrator',
    roles: [{name: 'administrator', title: 'Administrator'}],
    provider: 'local',
  })
})

test('users are told by id, the unknown ones left out, and to nobody else', async () => {
  expect(await get('/v1/users/ann,nobody')).toEqual([
    {id: 'ann', displayName: 'Ann Reyes', email: 'ann@paper.example'},
  ])
  expect((await desk.ask('/v1/users/ann')).status).toBe(401)
})

test('the Studio finds again what it stored', async () => {
  const stored = [
    {key: 'studio.sort', value: {by: 'headline'}},
    {key: 'studio.layout', value: null},
  ]
  const put = await desk.ask('/vX/users/me/keyvalue', {
    method: 'PUT',
    headers: {authorization},
    body: JSON.stringify(stored),
  })
  expect([put.status, JSON.parse(put.body)]).toEqual([200, stored])
  expect(await get('/vX/users/me/keyvalue/studio.layout,other,studio.sort')).toEqual([
    stored[1],
    stored[0],
  ])
})

test.for(['{}', 'x', '[{"value":1}]', `[${'{"key":"a"},'.repeat(100)}{"key":"a"}]`])(
  'what is no list of pairs is not stored: %s',
  async (body) => {
    const put = await desk.ask('/vX/users/me/keyvalue', {
      method: 'PUT',
      headers: {authorization},
      body,
    })
    expect(put.status).toBe(400)
  },
)

test('a signed-in user may do everything in the one project', async () => {
  expect(await get('/vX/projects/wiredesk/datasets/production/acl')).toEqual([
    {
      filter: '_id in path("**")',
      permissions: ['read', 'create', 'update', 'history', 'editHistory'],
    },
  ])
  expect(await get('/vX/projects/wiredesk')).toMatchObject({id: 'wiredesk', isBlocked: false})
  expect(await get('/vX/projects/wiredesk/datasets?datasetProfile=comments')).toEqual([])
  expect((await desk.ask('/vX/projects/wiredesk')).status).toBe(401)
  const other = await desk.ask('/vX/projects/other', {headers: {authorization}})
  expect(other.status).toBe(404)
})

test.for([
  ['grants', {}],
  ['roles', []],
  ['datasets/production/settings/indexing', {partialIndexSettings: {maxFieldDepth: 0}}],
  ['new-content-release-allowed', {allowed: true}],
  [
    'user-applications',
    [
      {
        id: 'local',
        type: 'studio',
        projectId: 'wiredesk',
        title: 'wiredesk',
        urlType: 'external',
        appHost: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u),
      },
    ],
  ],
] as const)('of its project the Studio is told %s', async ([path, body]) => {
  expect(await get(`/vX/projects/wiredesk/${path}`)).toEqual(body)
})

test('Vision finds the datasets that were written to or made', async () => {
  const client = desk.client(desk.lake.administratorToken)
  await client.datasets.create('archive')
  await client.create({_type: 'note'})
  expect(await get('/vX/projects/wiredesk/datasets')).toMatchObject([
    {name: 'archive', aclMode: 'public', datasetProfile: 'content'},
    {name: 'production', aclMode: 'public', datasetProfile: 'content'},
  ])
  expect(await get('/v1/datasets')).toMatchObject([{name: 'archive'}, {name: 'production'}])
})

test('a dataset is told by its name, to users', async () => {
  await desk.client(desk.lake.administratorToken).datasets.create('wire')
  expect(await get('/v1/datasets/wire')).toEqual({datasetName: 'wire', aclMode: 'public'})
  const missing = await desk.ask('/v1/datasets/wires', {headers: {authorization}})
  expect([missing.status, missing.body]).toEqual([
    404,
    expect.stringContaining('Dataset \\"wires\\" not found'),
  ])
  expect((await desk.ask('/v1/datasets/wire')).status).toBe(401)
})

test.for([
  ['/v1/ping', 'PONG'],
  ['/v1/data/ping/production', 'PONG'],
  ['/vX/subscriptions/project/wiredesk', '[]'],
  ['/v1/help?m=sanity@6.15.0', '{"resources":{"sectionArray":[]}}'],
  ['/vX/journey/announcements', '[]'],
  ['/vX/journey/trial', 'null'],
  ['/vX/intake/telemetry-status', '{"status":"denied"}'],
  ['/vX/features', '["singleDocRelease","studioComments"]'],
  ['/v1/geoip/country', '{"isoCode":null}'],
  ['/v1/check/cors', '{"result":{"allowed":true,"withCredentials":true}}'],
  ['/vX/descriptors/synchronize', '[]'],
  ['/vX/media-libraries?organizationId=a', '{"data":[]}'],
  ['/vX/access/requests/me', '[]'],
  ['/v1/schedules/wiredesk/production', '{"schedules":[]}'],
] as const)('%s is answered with %s', async ([path, body]) => {
  const answer = await desk.ask(path)
  expect([answer.status, answer.body]).toEqual([200, body])
})

test.for([
  ['intake/batch', 202],
  ['intake/tracing', 202],
  ['intake/feedback', 404],
  ['access/project/wiredesk/requests', 200],
] as const)('what the Studio posts to %s is known and goes nowhere', async ([path, status]) => {
  const answer = await desk.ask(`/vX/${path}`, {method: 'POST', body: '{}'})
  expect([answer.status, answer.headers]).toEqual([
    status,
    expect.not.objectContaining({'x-wiredesk-unknown-endpoint': '1'}),
  ])
})

test('a page of an added origin is told that it reads without credentials', async () => {
  const client = desk.client(desk.lake.administratorToken)
  await client.request({url: '/wiredesk/origins', body: {url: 'https://paper.example'}})
  const check = async (origin: string) => {
    const {body} = await desk.ask('/v1/check/cors', {
      headers: {origin},
    })
    return JSON.parse(body)
  }
  expect([await check('https://paper.example'), await check(desk.served.url)]).toEqual([
    {result: {allowed: true, withCredentials: false}},
    {result: {allowed: true, withCredentials: true}},
  ])
})

async function get(path: string): Promise<unknown> {
  return JSON.parse((await desk.ask(path, {headers: {authorization}})).body)
}
