import {buffer} from 'node:stream/consumers'

import {zipSync} from 'fflate'
import {pack} from 'tar-stream'

/** Texts by the name they have in an archive. */
type Members = Readonly<Record<string, string>>

export function buildZip(members: Members): Uint8Array {
  const encoder = new TextEncoder()
  return zipSync(
    Object.fromEntries(Object.entries(members).map(([name, text]) => [name, encoder.encode(text)])),
  )
}

export async function buildTar(members: Members): Promise<Uint8Array> {
  const tar = pack()
  for (const [name, text] of Object.entries(members)) tar.entry({name}, text)
  tar.finalize()
  return buffer(tar)
}
