import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

/**
 * Builds the Studio.
 *
 * @param configuration - Of Vite, from the root of the project
 */
export async function viteBuild(
  directory: string,
  configuration = 'vite.config.ts',
): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  // A process of its own: in this one NODE_ENV is "test", and React would be built for development
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', configuration, '--logLevel', 'error', '--outDir', directory],
    {cwd: root, env: {...process.env, NODE_ENV: 'production'}},
  )
}
