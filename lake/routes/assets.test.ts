import {readdirSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import {crc32, deflateSync} from 'node:zlib'

import sharp from 'sharp'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'

import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

const largest = 2 * 1024 * 1024
let desk: TestLake
let photo: Buffer

beforeAll(async () => {
  desk = await serveTestLake({largestAsset: largest})
  photo = await sharp({create: {width: 40, height: 20, channels: 3, background: '#c00000'}})
    .jpeg()
    .toBuffer()
})
afterAll(() => desk.close())

test('an upload or a write that is cut off leaves nothing behind and is no fault of the lake', async () => {
  const told: string[] = []
  const other = await serveTestLake({report: ({message}) => told.push(message)})
  onTestFinished(() => other.close())
  const incoming = join(other.dataDirectory, 'assets', 'incoming')
  const sockets = ['/v1/assets/files/production', '/v1/data/mutate/production'].map((path) => {
    const socket = connect(other.served.port, '127.0.0.1')
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${other.served.port}\r\n` +
        `authorization: Bearer ${other.lake.administratorToken}\r\ncontent-length: 9\r\n\r\nhalf`,
    )
    return socket
  })
  await expect.poll(() => readdirSync(incoming)).toHaveLength(1)
  for (const socket of sockets) socket.destroy()
  await expect.poll(() => readdirSync(incoming)).toEqual([])
  expect(told).toEqual([])
})

test('a picture is uploaded, described, read, drawn and deleted', async () => {
  const client = desk.client(desk.lake.administratorToken)
  const asset = await client.assets.upload('image', photo, {
    filename: 'flood.jpg',
    contentType: 'image/png',
    creditLine: 'Ann Reyes',
  })
  const sha1 = asset.sha1hash
  const name = `${sha1}-40x20.jpg`
  expect(asset).toMatchObject({
    _id: `image-${sha1}-40x20-jpg`,
    _type: 'sanity.imageAsset',
    assetId: sha1,
    path: `images/wiredesk/production/${name}`,
    url: `${desk.served.url}/images/wiredesk/production/${name}`,
    originalFilename: 'flood.jpg',
    creditLine: 'Ann Reyes',
    extension: 'jpg',
    mimeType: 'image/jpeg',
    size: photo.byteLength,
    metadata: {
      dimensions: {width: 40, height: 20, aspectRatio: 2},
      hasAlpha: false,
      isOpaque: true,
    },
  })

  const original = await fetch(asset.url)
  expect(Buffer.from(await original.arrayBuffer()).equals(photo)).toBe(true)
  expect(Object.fromEntries(original.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  const drawn = await fetch(`${asset.url}?w=10&h=10&fit=crop&auto=format`, {
    headers: {accept: 'image/webp'},
  })
  const {format, width, height} = await sharp(await drawn.arrayBuffer()).metadata()
  expect([format, width, height]).toEqual(['webp', 10, 10])
  const download = await fetch(`${asset.url}?dl=Überschwemmung.jpg`)
  expect(download.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''%C3%9Cberschwemmung.jpg",
  )

  const again = await client.assets.upload('image', photo, {filename: 'other.jpg'})
  expect([again._id, again.originalFilename]).toEqual([asset._id, 'flood.jpg'])
  await client.delete(asset._id)
  expect((await fetch(asset.url)).status).toBe(404)
})

test('a file keeps its bytes and its name, and is downloaded unless it is harmless', async () => {
  const client = desk.client(desk.lake.administratorToken)
  const page = await client.assets.upload('file', Buffer.from('<script>1</script>'), {
    filename: 'notes.HTML',
    contentType: 'text/html; charset=utf-8',
  })
  expect(page).toMatchObject({
    _id: `file-${page.sha1hash}-html`,
    extension: 'html',
    mimeType: 'text/html',
  })
  const answer = await fetch(page.url, {headers: {range: 'bytes=1-6'}})
  expect([answer.status, await answer.text()]).toEqual([206, 'script'])
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''notes.HTML")
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  const named = await fetch(`${page.url}?dl=minutes.html`)
  expect(named.headers.get('content-disposition')).toContain("UTF-8''minutes.html")
})

test('an SVG runs nothing', async () => {
  const client = desk.client(desk.lake.administratorToken)
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><script>alert(1)</script></svg>'
  const asset = await client.assets.upload('image', Buffer.from(svg))
  expect([asset.extension, asset.metadata.dimensions.width]).toEqual(['svg', 4])
  const answer = await fetch(`${asset.url}?w=100`)
  expect(await answer.text()).toBe(svg)
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  )
})

test('an image that would unpack to billions of pixels is refused', async () => {
  const bomb = hugePng(60_000, 60_000)
  expect(bomb.byteLength).toBeLessThan(200)
  await expect(upload('image', bomb)).rejects.toThrow('Cannot store image: Input image exceeds')
})

test.for([
  ['text', Buffer.from('hello'), 'Cannot store image: '],
  ['nothing', Buffer.alloc(0), 'the upload is empty'],
  ['too much', Buffer.alloc(largest + 1), `it is larger than ${largest} bytes`],
] as const)('%s is no image and leaves nothing behind', async ([, bytes, fault]) => {
  await expect(upload('image', bytes)).rejects.toThrow(fault)
  expect(readdirSync(join(desk.dataDirectory, 'assets', 'incoming'))).toEqual([])
})

test.for(['w=0', 'w=9999999', 'rect=1,2', 'fit=huge'])('%s is refused', async (query) => {
  const {url} = await upload('image', photo)
  expect((await fetch(`${url}?${query}`)).status).toBe(400)
})

test('an asset is not found in another project or dataset, or in another size', async () => {
  const {url, sha1hash} = await upload('image', photo)
  const others = [
    url.replace('/wiredesk/', '/other/'),
    url.replace('/production/', '/staging/'),
    url.replace('40x20', '41x20'),
    url.replace('.jpg', '.png'),
    `${desk.served.url}/files/wiredesk/production/${sha1hash}.jpg`,
  ]
  const statuses = await Promise.all(others.map(async (other) => (await fetch(other)).status))
  expect(statuses).toEqual([404, 404, 404, 404, 404])
})

function upload(kind: 'image', bytes: Buffer) {
  return desk.client(desk.lake.administratorToken).assets.upload(kind, bytes)
}

/** A PNG whose header claims a size, with next to no data. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(10))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
