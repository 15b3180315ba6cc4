import {once} from 'node:events'
import {createWriteStream, existsSync, renameSync, rmSync} from 'node:fs'
import {open} from 'node:fs/promises'
import {finished} from 'node:stream/promises'

import {checkBackup} from '../../lake/backup/check-backup.ts'
import {type Command, CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {openTarget, targetOptions} from '../target.ts'

/** The whole local lake in one file: documents, history, users and assets, as of one moment. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'Saves the whole local lake to one file, while it runs or not, and proves the file',
  usage: 'backup FILE [--data DIR]',
  options: {data: targetOptions.data},

  async run(world, values, [file]) {
    if (file === undefined) throw new UsageError('Cannot back up: no file named')
    if (existsSync(file)) {
      throw new CommandError(`Cannot back up to "${file}": it exists; name a new file`)
    }
    const environment = {...world.environment, SANITY_STUDIO_PROJECT_ID: undefined}
    const target = await openTarget(values, {...world, environment})
    const draft = `${file}.part`
    try {
      const response = await target.fetch(
        new Request(target.client.getUrl('/wiredesk/backup'), {
          headers: {authorization: `Bearer ${target.client.config().token}`},
          signal: world.stop,
        }),
      )
      if (!response.ok || response.body === null) {
        throw new Error(`the lake answered ${response.status} ${await response.text()}`)
      }
      await writeDurably(draft, response.body)
      const manifest = await checkBackup(draft)
      renameSync(draft, file)
      world.stdout(JSON.stringify({file, ...manifest}))
      return 0
    } catch (error) {
      rmSync(draft, {force: true})
      throw new CommandError(`Cannot back up to "${file}": ${errorSentence(error)}`, {cause: error})
    } finally {
      await target.close()
    }
  },
}

async function writeDurably(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
  const stream = createWriteStream(path, {mode: 0o600})
  const failed = finished(stream)
  for await (const chunk of body) {
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed])
  }
  stream.end()
  await failed
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}
