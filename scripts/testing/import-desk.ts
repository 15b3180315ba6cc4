import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'

import type {ImportItem, ImportSummary} from '../import/import-report.ts'
import {type ImportOptions, runImport} from '../import/run-import.ts'
import {sendTransaction} from '../import/send-transaction.ts'
import {openCopies} from '../import/sources/open-copies.ts'
import {openTarget, type Target} from '../target.ts'
import {testWorld} from './test-world.ts'

type Given = Partial<ImportOptions>
type Report = ImportSummary & {readonly items: readonly ImportItem[]}

/** An empty lake, a folder for texts beside it, and imports of them as runs `r1`, `r2` … at a fixed hour. */
export interface ImportDesk {
  readonly target: Target
  readonly client: SanityClient
  readonly folder: string
  /** Writes a text. @returns Its path */
  readonly file: (name: string, text: string) => Promise<string>
  readonly importFiles: (
    files: readonly string[],
    given?: Given,
    into?: SanityClient,
  ) => Promise<Report>
  /** Writes one text and imports it. @returns Its item with the count of mutations */
  readonly importText: (
    name: string,
    text: string,
    given?: Given,
  ) => Promise<Partial<ImportItem> & {readonly id: string; readonly mutations: number}>
  readonly close: () => Promise<void>
}

export async function openImportDesk(): Promise<ImportDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-desk-'))
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  let runs = 0

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }

  async function importFiles(
    files: readonly string[],
    given: Given = {},
    into = target.client,
  ): Promise<Report> {
    runs += 1
    const items: ImportItem[] = []
    const summary = await runImport(into, {
      copies: openCopies(files, {large: false, stdin: testWorld().world.stdin}),
      inputs: files,
      run: `r${runs}`,
      startedAt: '2026-11-23T06:00:00.000Z',
      finishedAt: () => '2026-11-23T06:01:00.000Z',
      large: false,
      dryRun: false,
      stop: new AbortController().signal,
      send: sendTransaction(into),
      onItem: (item) => items.push(item),
      ...given,
    })
    return {...summary, items}
  }

  return {
    target,
    client: target.client,
    folder,
    file,
    importFiles,
    async importText(name, text, given = {}) {
      const report = await importFiles([await file(name, text)], given)
      const [item] = report.items
      return {...item, id: item?.id ?? '', mutations: report.mutations}
    },
    async close() {
      await target.close()
      await rm(folder, {recursive: true})
    },
  }
}
