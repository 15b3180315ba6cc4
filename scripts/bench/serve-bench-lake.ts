import {openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {lakeOptions} from '../lake-options.ts'

/**
 * Serves the lake of a folder in a process of its own, as `wiredesk lake` does: `node serve-bench-lake.ts FOLDER`.
 * Says where it is; ends with its parent.
 */
const [folder = ''] = process.argv.slice(2)
const lake = openLake({...lakeOptions, dataDirectory: folder, evaluation: 'apart'})
const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})

process.send?.({url: server.url, token: lake.administratorToken})
process.once('disconnect', async () => {
  await server.close()
  lake.close()
})
