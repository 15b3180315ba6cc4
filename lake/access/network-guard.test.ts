import fc from 'fast-check'
import {expect, test} from 'vitest'

import {type Approach, isOwnHost, judgeApproach, type NetworkPolicy} from './network-guard.ts'

const policy: NetworkPolicy = {
  port: 3333,
  isLoopback: true,
  isAddedOrigin: (origin) => origin === 'https://paper.example',
}
const query: Approach = {
  method: 'GET',
  path: '/v2025-02-19/data/query/production',
  host: '127.0.0.1:3333',
  origin: undefined,
  fetchSite: undefined,
  fetchMode: undefined,
  hasToken: false,
}
const website = {origin: 'https://paper.example', fetchSite: 'cross-site', fetchMode: 'cors'}

test.for([
  ['a program on this machine comes in', {}, 'own'],
  ['localhost is a name of ours', {host: 'localhost:3333'}, 'own'],
  ['so is IPv6 loopback', {host: '[::1]:3333'}, 'own'],
  ['the Studio writes', {method: 'POST', origin: 'http://127.0.0.1:3333', hasToken: true}, 'own'],
  ['the Studio may be open under another name of ours', {origin: 'http://localhost:3333'}, 'own'],
  ['a foreign host is refused (DNS rebinding)', {host: 'evil.example:3333'}, 'refused'],
  ['another port is refused', {host: '127.0.0.1:3334'}, 'refused'],
  ['a name below localhost is refused', {host: 'wiredesk.localhost:3333'}, 'refused'],
  ['a host with a user in it is refused', {host: 'x@localhost:3333'}, 'refused'],
  ['our name before another host is refused', {host: 'localhost:3333.evil.example'}, 'refused'],
  ['our name before an @ is refused', {host: 'localhost:3333@evil.example'}, 'refused'],
  ['our name with a dot at its end is refused', {host: 'localhost.:3333'}, 'refused'],
  ['loopback written shorter is refused', {host: '127.1:3333'}, 'refused'],
  ['our port with a zero before it is refused', {host: 'localhost:03333'}, 'refused'],
  ['no host is refused', {host: undefined}, 'refused'],
  ['a foreign origin may not read', {origin: 'https://evil.example'}, 'refused'],
  ['a page without an origin may not read', {origin: 'null'}, 'refused'],
  ['https on our port is not ours', {origin: 'https://127.0.0.1:3333'}, 'refused'],
  ['another port of this machine is another site', {origin: 'http://localhost:3000'}, 'refused'],
  ['an added origin reads', website, 'website'],
  ['an added origin posts a long query', {...website, method: 'POST'}, 'website'],
  ['an added origin asks first', {...website, method: 'OPTIONS'}, 'website'],
  ['an added origin brings no token', {...website, hasToken: true}, 'refused'],
  [
    'an added origin does not write',
    {...website, method: 'POST', path: '/v1/data/mutate/production'},
    'refused',
  ],
  ['an added origin sees no users', {...website, path: '/v1/users/me'}, 'refused'],
  ['an added origin sees no history', {...website, path: '/v1/data/history/x'}, 'refused'],
  ['an added origin opens no socket', {...website, path: '/__mux'}, 'refused'],
  ['a foreign page reads nothing without CORS either', {fetchSite: 'cross-site'}, 'refused'],
  [
    'a link from another site opens the desk',
    {fetchSite: 'cross-site', fetchMode: 'navigate', path: '/'},
    'own',
  ],
  [
    'a form of another site posts nothing',
    {fetchSite: 'cross-site', fetchMode: 'navigate', method: 'POST'},
    'refused',
  ],
] as const)('%s', ([, change, expected]) => {
  expect(judgeApproach({...query, ...change}, policy).type).toBe(expected)
})

test('the refusal of an origin says how to let it read', () => {
  expect(judgeApproach({...query, origin: 'https://other.example'}, policy)).toEqual({
    type: 'refused',
    message:
      'Refused: Origin "https://other.example" may not use this lake: let it read published documents with `wiredesk origins add https://other.example`',
  })
})

test('beyond loopback any host may name the lake, but a page must be of that host', () => {
  const wide = {...policy, isLoopback: false}
  const named = {...query, host: 'desk.lan:3333'}
  expect(judgeApproach(named, wide).type).toBe('own')
  expect(judgeApproach({...named, origin: 'http://desk.lan:3333'}, wide).type).toBe('own')
  expect(judgeApproach({...named, origin: 'http://evil.lan:3333'}, wide).type).toBe('refused')
})

test('only three names are ours, whatever stands around them', () => {
  const names = ['localhost:3333', '127.0.0.1:3333', '[::1]:3333']
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string(), fc.string(), (name, before, after) => {
      const host = `${before}${name}${after}`
      return !isOwnHost(host, 3333) || names.includes(host.toLowerCase())
    }),
  )
})
