import {once} from 'node:events'
import {connect} from 'node:net'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {readEvents} from '../routes/read-events.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
beforeEach(async () => {
  desk = await serveTestLake()
})
afterEach(() => desk.close())

const PATH = '/v1/data/listen/production?query=*&enableResume=true&includeResult=true'
const COUNT = 16

/** Opens a listener on a bare connection and leaves what comes unread. */
async function listenWithoutReading() {
  const socket = connect(desk.served.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    `GET ${PATH} HTTP/1.1\r\nhost: 127.0.0.1:${desk.served.port}\r\nauthorization: Bearer ${desk.lake.administratorToken}\r\n\r\n`,
  )
  let text = ''
  socket.setEncoding('utf8')
  while (!text.includes('event: welcome')) {
    const [piece]: string[] = await once(socket, 'data')
    text += piece
  }
  socket.pause()
  return {
    /** Reads what is there, up to the end of the connection */
    async readToEnd(): Promise<string> {
      socket.on('data', (piece: string) => {
        text += piece
      })
      const closed = once(socket, 'close')
      socket.resume()
      await closed
      return text
    },
  }
}

async function writeLarge(): Promise<void> {
  const client = desk.client(desk.lake.administratorToken)
  const text = 'x'.repeat(1024 * 1024)
  for (let n = 0; n < COUNT; n++) {
    await client
      .transaction()
      .create({_id: `d${n}`, _type: 'note', text})
      .transactionId(`tx-${n}`)
      .commit()
  }
}

test('who stops reading is cut off, and resumes where it was, without a gap or a double', async () => {
  const stalled = await listenWithoutReading()
  await writeLarge()
  const text = await stalled.readToEnd()
  // A whole event ends in an empty line
  const whole = text.slice(0, text.lastIndexOf('\n\n'))
  const seen = [...whole.matchAll(/^id: (?<id>tx-\d+#d\d+)$/gmu)].map(({groups}) => groups?.['id'])
  expect(seen.length).toBeLessThan(COUNT)

  const response = await fetch(desk.served.url + PATH, {
    headers: {
      'authorization': `Bearer ${desk.lake.administratorToken}`,
      'last-event-id': seen.at(-1) ?? '#',
    },
  })
  const events = readEvents(response)
  expect((await events.next()).event).toBe('welcomeback')
  const rest = await events.take(COUNT - seen.length)
  await desk.client(desk.lake.administratorToken).create({_id: 'last', _type: 'note'})
  expect((await events.next()).data['documentId']).toBe('last')
  await events.close()
  expect([...seen, ...rest.map(({id}) => id)]).toEqual(
    Array.from({length: COUNT}, (_, n) => `tx-${n}#d${n}`),
  )
})
