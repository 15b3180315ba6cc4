import {afterEach, beforeEach, expect, test} from 'vitest'

import {readEvents} from '../routes/read-events.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
let now: Date
beforeEach(async () => {
  now = new Date('2026-11-23T06:00:00Z')
  desk = await serveTestLake({now: () => now})
})
afterEach(() => desk.close())

async function openStream(token: string) {
  const response = await fetch(`${desk.served.url}/v1/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${token}`},
  })
  const events = readEvents(response)
  expect((await events.next()).event).toBe('welcome')
  return events
}

test('a token that is revoked ends the streams it opened, and no other', async () => {
  const administrator = desk.client(desk.lake.administratorToken)
  await administrator.request({
    url: '/wiredesk/users',
    method: 'POST',
    body: {id: 'ines', name: 'Ines Corrado'},
  })
  const made = await administrator.request<{token: string; record: {id: string}}>({
    url: '/wiredesk/tokens',
    method: 'POST',
    body: {userId: 'ines'},
  })
  const hers = await openStream(made.token)
  const own = await openStream(desk.lake.administratorToken)
  await administrator.request({url: `/wiredesk/tokens/${made.record.id}`, method: 'DELETE'})
  await expect(hers.next()).rejects.toThrow('The stream has ended')

  await administrator.create({_id: 'drafts.a', _type: 'note'})
  expect((await own.next()).data['documentId']).toBe('drafts.a')
  await own.close()
})

test('a user who is removed hears nothing more', async () => {
  const administrator = desk.client(desk.lake.administratorToken)
  const user = {id: 'ines', name: 'Ines Corrado'}
  await administrator.request({url: '/wiredesk/users', method: 'POST', body: user})
  const {token} = await administrator.request<{token: string}>({
    url: '/wiredesk/tokens',
    method: 'POST',
    body: {userId: 'ines'},
  })
  const hers = await openStream(token)
  await administrator.request({url: '/wiredesk/users/ines', method: 'DELETE'})
  await expect(hers.next()).rejects.toThrow('The stream has ended')
})
