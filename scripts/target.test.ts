import {expect, test} from 'vitest'

import {UsageError} from './command.ts'
import {openTarget} from './target.ts'
import {testWorld} from './testing/test-world.ts'

function openHosted(token: string) {
  const {world} = testWorld({environment: {SANITY_AUTH_TOKEN: token}})
  return openTarget({project: 'abc123'}, world)
}

test('a token that came with a line break behind it is taken without', async () => {
  const {client} = await openHosted('skHarbour7\n')
  expect(client.config().token).toBe('skHarbour7')
})

test.for(['skHar\nbour7', 'skHar bour7', 'skHarbour\u20147'])(
  'the token %j is refused and not told',
  async (token) => {
    await expect(openHosted(token)).rejects.toThrow(
      new UsageError(
        'Cannot use SANITY_AUTH_TOKEN: it holds a space, a line break or another sign that no token has; copy it again',
      ),
    )
  },
)

test('no token is said to be missing', async () => {
  await expect(openHosted(' \n')).rejects.toThrow(
    'Cannot reach project "abc123": set SANITY_AUTH_TOKEN to a token that may read and write dataset "production"',
  )
})
