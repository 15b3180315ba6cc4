import {existsSync} from 'node:fs'

import {type Browser, chromium} from 'playwright-core'

/** What an engineer reads where the browser tests cannot run. */
export const chromiumMissing =
  'not run: no Chromium. Install it (Debian: apt-get install chromium) or name its file in CHROMIUM_PATH'

/** File of the Chromium that browser tests use, or `undefined`. `CHROMIUM_PATH` says which; else the usual places are looked at. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return (named === undefined ? usualPlaces : [named]).find((place) => existsSync(place))
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Opens a browser that calls nobody on its own. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions())
}

/** Where Chromium is, and how it calls nobody on its own. */
export function chromiumOptions(): {readonly executablePath: string; readonly args: string[]} {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(`Browser tests ${chromiumMissing}`)
  return {
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
  }
}
