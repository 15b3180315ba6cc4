import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {expect, test} from 'vitest'

import {openLake} from '../lake/lake.ts'
import {serveLake} from '../lake/serve-lake.ts'
import {lakeOptions} from './lake-options.ts'
import {projectFile} from './project-file.ts'
import {createLocalClient} from './target.ts'

const EXAMPLE = /^```ts\n(?<code>[\s\S]{1,4000}?)^```$/mu

test('the frontend example of the README runs as it stands and prints published articles', async () => {
  const readme = await readFile(projectFile('README.md'), 'utf8')
  const code = EXAMPLE.exec(readme)?.groups?.['code'] ?? ''
  expect(code).toContain('http://127.0.0.1:3333')

  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-readme-'))
  const lake = openLake({...lakeOptions, dataDirectory: folder})
  const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})
  // beside README.md, where its relative imports hold
  const file = projectFile(`readme-example-${process.pid}.generated.ts`)
  try {
    await createLocalClient({url: server.url, token: lake.administratorToken}).create({
      _id: 'article-readme',
      _type: 'article',
      headline: 'Small harbours are worth their dredging',
      slug: {_type: 'slug', current: 'small-harbours'},
      bylines: [{_key: 'y1', _type: 'byline', role: 'by', nameAsWritten: 'Petra Mallory'}],
      pubStatus: 'usable',
      publishedAt: '2026-11-22T05:00:00Z',
    })
    await writeFile(file, code.replace('http://127.0.0.1:3333', server.url))
    const {stdout} = await promisify(execFile)(process.execPath, [file])
    expect(stdout).toBe('Small harbours are worth their dredging | By Petra Mallory\n')
  } finally {
    await rm(file, {force: true})
    await server.close()
    lake.close()
    await rm(folder, {recursive: true})
  }
})
