import type {SanityClient} from '@sanity/client'

import {summarise, type Timing} from './measure.ts'

const EVENT = 'event: mutation'

/** From sending a patch until a listener has read its event, over real connections. */
export async function measureEvents(
  client: SanityClient,
  url: string,
  {listeners, commits}: {readonly listeners: number; readonly commits: number},
): Promise<Timing> {
  const {token} = client.config()
  const closing = new AbortController()
  const arrivals: number[] = []
  let sent = 0
  let arrived = 0
  let whenAll: (() => void) | undefined

  const query = encodeURIComponent('*[_type == "section"]')
  async function read(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for await (const chunk of stream) {
        text += decoder.decode(chunk, {stream: true})
        const events = text.split(EVENT)
        // An event may begin in one chunk and end in the next.
        text = (events.pop() ?? '').slice(1 - EVENT.length)
        for (const _ of events) {
          arrivals.push(performance.now() - sent)
          if (++arrived === listeners) whenAll?.()
        }
      }
    } catch (error) {
      if (!closing.signal.aborted) throw error
    }
  }
  const readers = await Promise.all(
    Array.from({length: listeners}, async () => {
      const response = await fetch(`${url}/v2025-02-19/data/listen/production?query=${query}`, {
        headers: {authorization: `Bearer ${token ?? ''}`},
        signal: closing.signal,
      })
      if (!response.body) throw new Error(`Cannot listen at ${url}: no answer`)
      // Read at once: `fetch` ends a stream that nobody reads when its response is swept up.
      return {ended: read(response.body)}
    }),
  )
  for (let index = 0; index < commits; index++) {
    arrived = 0
    const all = new Promise<void>((resolve) => {
      whenAll = resolve
    })
    sent = performance.now()
    await client
      .patch('section-0')
      .set({description: `Change ${index}`})
      .commit()
    await all
  }
  closing.abort()
  await Promise.all(readers.map(({ended}) => ended))
  return summarise(arrivals)
}
