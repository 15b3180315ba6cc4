import {mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import sharp from 'sharp'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {openDrawnImages} from './drawn-images.ts'
import {type ImageRequest, readImageRequest} from './image-request.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-drawn-'))
  path = join(folder, 'original')
  const create = {width: 80, height: 40, channels: 3, background: '#c00000'} as const
  writeFileSync(path, await sharp({create}).jpeg().toBuffer())
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

const drawn = () => readdirSync(join(folder, 'drawn')).toSorted()
const open = (most = 1_000_000) => openDrawnImages({directory: join(folder, 'drawn'), most})
const original = () => ({path, sha1: 'a'.repeat(40), extension: 'jpg'})

function wanted(query: string): ImageRequest {
  const request = readImageRequest(new URLSearchParams(query))
  if (request === undefined) throw new Error(`Nothing is to be drawn for "${query}"`)
  return request
}

test('a picture is drawn once, for everyone and for the next start', async () => {
  const images = open()
  const [one, other] = await Promise.all([
    images.draw(original(), wanted('w=20'), ''),
    images.draw(original(), wanted('w=20&q=75'), ''),
  ])
  expect(other).toEqual(one)
  expect(drawn()).toHaveLength(1)

  rmSync(path)
  expect(await open().draw(original(), wanted('w=20'), '')).toEqual(one)
})

test('many pictures that are asked for at once are drawn two at a time', async () => {
  const images = open()
  let most = 0
  const watch = setInterval(() => {
    // Not the queue as well: a drawing that begins between two readings would count twice.
    most = Math.max(most, sharp.counters().process)
  }, 1)
  const drawings = Array.from({length: 12}, (_, n) =>
    images.draw(original(), wanted(`w=${800 + n}`), ''),
  )
  await Promise.all(drawings)
  clearInterval(watch)
  expect(most).toBeLessThanOrEqual(2)
  expect(drawn()).toHaveLength(12)
})

test('another size or another format is another picture', async () => {
  const images = open()
  await images.draw(original(), wanted('w=20'), '')
  await images.draw(original(), wanted('w=10'), '')
  const auto = await images.draw(original(), wanted('w=10&auto=format'), 'image/webp')
  expect(auto.mimeType).toBe('image/webp')
  expect(drawn()).toHaveLength(3)
})

test('over its bound, the folder loses what was not asked for the longest', async () => {
  const first = await open().draw(original(), wanted('w=20'), '')
  const [name] = drawn()
  const images = open(first.bytes.byteLength + 1)
  await images.draw(original(), wanted('w=10'), '')
  expect(drawn()).toHaveLength(1)
  expect(drawn()).not.toContain(name)
})

test('a picture that a crash cut off is drawn again', async () => {
  const whole = await open().draw(original(), wanted('w=20'), '')
  truncateSync(join(folder, 'drawn', drawn()[0] ?? ''), 10)
  expect(await open().draw(original(), wanted('w=20'), '')).toEqual(whole)
})

test('a picture that a camera held on its side stands upright', async () => {
  const create = {width: 80, height: 40, channels: 3, background: '#00c000'} as const
  writeFileSync(path, await sharp({create}).jpeg().withMetadata({orientation: 6}).toBuffer())
  const {bytes} = await open().draw(original(), wanted('w=10'), '')
  const {width, height, orientation} = await sharp(bytes).metadata()
  expect({width, height, orientation}).toEqual({width: 10, height: 20, orientation: undefined})
})
