import {toHTML} from '@portabletext/to-html'
import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
beforeAll(async () => {
  desk = await serveTestLake()
})
afterAll(() => desk.close())

test('the addresses that @sanity/image-url builds are drawn as it says', async () => {
  const client = desk.client(desk.lake.administratorToken)
  const photo = await sharp({create: {width: 80, height: 40, channels: 3, background: '#c00000'}})
    .jpeg()
    .toBuffer()
  const {_id} = await client.assets.upload('image', photo)
  const image = {
    _type: 'image',
    asset: {_type: 'reference', _ref: _id},
    crop: {_type: 'sanity.imageCrop', left: 0.5, right: 0, top: 0, bottom: 0},
    hotspot: {_type: 'sanity.imageHotspot', x: 0.9, y: 0.5, width: 0.1, height: 0.1},
  } as const
  const builder = createImageUrlBuilder(client)
  const urls = [
    builder.image(image).url(),
    builder.image(image).width(20).height(20).fit('crop').auto('format').url(),
    builder.image(_id).width(20).dpr(2).quality(60).format('webp').url(),
    builder.image(_id).rect(0, 0, 40, 40).maxWidth(10).flipHorizontal().blur(3).sharpen(2).url(),
    builder.image(_id).size(30, 30).fit('fill').bg('00ff00').orientation(90).pad(2).url(),
    builder.image(_id).height(10).minHeight(20).saturation(-100).invert(true).url(),
    builder.image(_id).size(10, 10).fit('crop').crop('focalpoint').focalPoint(0.2, 0.8).url(),
    builder.image(image).ignoreImageParams().height(20).flipVertical().vanityName('quay.jpg').url(),
    builder.image(_id).minWidth(60).width(10).maxHeight(20).frame(1).url(),
  ]
  const drawn = await Promise.all(
    urls.map(async (url) => {
      const {format, width, height} = await sharp(await (await fetch(url)).arrayBuffer()).metadata()
      return `${format} ${width}x${height}`
    }),
  )
  expect(drawn).toEqual([
    'jpeg 40x40',
    'jpeg 20x20',
    'webp 40x20',
    'jpeg 10x10',
    'jpeg 34x34',
    'jpeg 40x20',
    'jpeg 10x10',
    'jpeg 40x20',
    'jpeg 40x20',
  ])

  const download = await fetch(builder.image(_id).forceDownload('quay "1".jpg').url())
  expect(download.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''quay%20%221%22.jpg",
  )
})

function frame(background: string) {
  return sharp({create: {width: 8, height: 4, channels: 3, background}})
    .png()
    .toBuffer()
}

async function pagesOf(url: string) {
  const {pages} = await sharp(await (await fetch(url)).arrayBuffer()).metadata()
  return pages ?? 1
}

test('of a moving picture the first frame alone can be had', async () => {
  const client = desk.client(desk.lake.administratorToken)
  const frames = [await frame('#c00000'), await frame('#0000c0')]
  const moving = await sharp(frames, {join: {animated: true}})
    .gif()
    .toBuffer()
  const {_id} = await client.assets.upload('image', moving)
  const builder = createImageUrlBuilder(client).image(_id).width(4)
  expect([await pagesOf(builder.url()), await pagesOf(builder.frame(1).url())]).toEqual([2, 1])
})

const span = (key: string, text: string, marks: readonly string[] = []) => ({
  _key: key,
  _type: 'span',
  text,
  marks,
})

test('Portable Text read from the lake is rendered by @portabletext/to-html', async () => {
  const client = desk.client(desk.lake.administratorToken)
  await client.create({
    _id: 'story',
    _type: 'note',
    body: [
      {_key: 'b1', _type: 'block', style: 'h2', markDefs: [], children: [span('s1', 'Tides')]},
      {
        _key: 'b2',
        _type: 'block',
        style: 'normal',
        markDefs: [{_key: 'm1', _type: 'link', href: 'https://tides.example'}],
        children: [
          span('s2', 'High '),
          span('s3', 'water', ['strong']),
          span('s4', ' at six', ['m1']),
        ],
      },
    ],
  })
  expect(toHTML(await desk.client().fetch('*[_id == "story"][0].body'))).toBe(
    '<h2>Tides</h2><p>High <strong>water</strong><a href="https://tides.example"> at six</a></p>',
  )
})

test('@sanity/client makes datasets, which keep their documents apart', async () => {
  const client = desk.client(desk.lake.administratorToken)
  expect(await client.datasets.create('archive', {aclMode: 'public'})).toEqual({
    datasetName: 'archive',
    aclMode: 'public',
  })
  expect((await client.datasets.list()).map(({name}) => name)).toEqual(['archive', 'production'])
  await client.withConfig({dataset: 'archive'}).create({_id: 'old', _type: 'note'})
  expect(await desk.client(undefined, {dataset: 'archive'}).fetch('*._id')).toEqual(['old'])
  expect(await client.getDocument('old')).toBeUndefined()
  await expect(client.datasets.create('archive')).rejects.toThrow('it exists')
  for (const aclMode of ['private', 'custom'] as const) {
    await expect(client.datasets.create('secret', {aclMode})).rejects.toThrow(
      `Cannot create dataset "secret" as ${aclMode}: every dataset of this lake is public`,
    )
  }
  const authorization = `Bearer ${desk.lake.administratorToken}`
  const bad = await desk.ask('/v1/datasets/Bad%20name', {method: 'PUT', headers: {authorization}})
  expect(bad.status).toBe(400)
  await expect(desk.client().datasets.create('mine')).rejects.toThrow('A token is needed here')
})
