import type {SanityClient} from '@sanity/client'

import {summarise, type Timing} from './measure.ts'

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
  const streams = await Promise.all(
    Array.from({length: listeners}, async () => {
      const response = await fetch(`${url}/v2025-02-19/data/listen/production?query=${query}`, {
        headers: {authorization: `Bearer ${token ?? ''}`},
        signal: closing.signal,
      })
      if (!response.body) throw new Error(`Cannot listen at ${url}: no answer`)
      return response.body
    }),
  )
  const readers = streams.map(async (stream) => {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of stream) {
        const events = decoder.decode(chunk).split('event: mutation').length - 1
        for (let index = 0; index < events; index++) {
          arrivals.push(performance.now() - sent)
          if (++arrived === listeners) whenAll?.()
        }
      }
    } catch (error) {
      if (!closing.signal.aborted) throw error
    }
  })
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
  await Promise.all(readers)
  return summarise(arrivals)
}
