import {existsSync} from 'node:fs'

import {type Browser, chromium} from 'playwright-core'

/** What an engineer reads where the browser tests cannot run. */
export const chromiumMissing =
  'not run: no Chromium. Install it (Debian: apt-get install chromium) or name its file in CHROMIUM_PATH'

/** File of the Chromium that browser tests use, or `undefined`. */
export function findChromium(): string | undefined {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place))
}

/** Opens a browser that calls nobody on its own. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(`Browser tests ${chromiumMissing}`)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
