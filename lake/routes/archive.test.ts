import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import sharp from 'sharp'
import {expect, onTestFinished, test} from 'vitest'

import {serveTestLake} from '../serve-test-lake.ts'

test('a dataset with a picture goes through an archive of Sanity into another lake', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-'))
  const [from, to] = [await serveTestLake(), await serveTestLake()]
  onTestFinished(async () => {
    await Promise.all([from.close(), to.close()])
    rmSync(folder, {recursive: true})
  })
  const writer = from.client(from.lake.administratorToken)
  const photo = await sharp({create: {width: 8, height: 4, channels: 3, background: '#00a000'}})
    .png()
    .toBuffer()
  const asset = await writer.assets.upload('image', photo, {filename: 'green.png'})
  const image = {_type: 'image', asset: {_type: 'reference', _ref: asset._id}}
  await writer.create({_id: 'article-1', _type: 'article', headline: 'Tide turns', image})
  await writer.create({_id: 'drafts.article-2', _type: 'article', headline: 'Not yet'})
  await writer.releases.create({releaseId: 'spring', metadata: {title: 'Spring'}})
  await writer.create({_id: 'versions.spring.article-1', _type: 'article', headline: 'Tide out'})
  await writer.releases.schedule({releaseId: 'spring', publishAt: '2030-03-01T00:00:00.000Z'})

  const archive = join(folder, 'production.tar.gz')
  await exportDataset({client: writer, dataset: 'production', outputPath: archive})
  const reader = to.client(to.lake.administratorToken)
  await sanityImport(createReadStream(archive), {client: reader, operation: 'create'})

  const query = '*[_type == "article"]{_id, headline, "url": image.asset->url} | order(_id)'
  expect(await reader.fetch(query, {}, {perspective: 'raw'})).toEqual([
    {_id: 'article-1', headline: 'Tide turns', url: `${to.served.url}/${asset.path}`},
    {_id: 'drafts.article-2', headline: 'Not yet', url: null},
    {_id: 'versions.spring.article-1', headline: 'Tide out', url: null},
  ])
  expect(await reader.releases.get({releaseId: 'spring'})).toMatchObject({
    state: 'scheduled',
    publishAt: '2030-03-01T00:00:00.000Z',
    metadata: {title: 'Spring'},
  })
  const copy = await fetch(`${to.served.url}/${asset.path}`)
  expect(Buffer.from(await copy.arrayBuffer()).equals(photo)).toBe(true)
})
