import type {SpawnedLake} from './spawn-lake.ts'

/** What a writer sent and what the lake said to it before it was killed. */
export interface WriterNotes {
  /** By transaction id: the documents that the transaction must have touched, all or none; sorted */
  readonly sent: Map<string, readonly string[]>
  readonly acknowledged: Set<string>
  /** Path below the lake's address -> text, of uploads that were acknowledged */
  readonly uploads: Map<string, string>
}

/**
 * Writes one transaction after the other until the lake is gone: pairs of documents are made, edited, published and deleted, each pair in one
 * transaction, and now and then a file is uploaded.
 *
 * @param name - Unlike any other writer's; ids are made from it
 */
export async function writeUntilKilled(
  {url, token}: SpawnedLake,
  name: string,
  {sent, acknowledged, uploads}: WriterNotes,
): Promise<void> {
  const headers = {authorization: `Bearer ${token}`}

  async function send(kind: 'mutate' | 'actions', n: number, body: object, touched: string[]) {
    const transactionId = `${name}-${n}`
    sent.set(transactionId, touched.toSorted())
    const answer = await fetch(`${url}/v1/data/${kind}/production`, {
      method: 'POST',
      headers: {...headers, 'content-type': 'application/json'},
      body: JSON.stringify({...body, transactionId}),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`Cannot write "${transactionId}": ${text}`)
    acknowledged.add(transactionId)
  }

  async function writePair(n: number): Promise<void> {
    const pair = [`${name}-${n}-left`, `${name}-${n}-right`]
    const drafts = pair.map((id) => `drafts.${id}`)
    const text = `${name} ${n} `.repeat(200)
    await send(
      'mutate',
      5 * n,
      {mutations: drafts.map((_id) => ({create: {_id, _type: 'pair', n, text}}))},
      drafts,
    )
    const set = {text: `${text} edited`}
    await send(
      'mutate',
      5 * n + 1,
      {mutations: drafts.map((id) => ({patch: {id, set, inc: {n: 1}}}))},
      drafts,
    )
    await send('actions', 5 * n + 2, {actions: pair.map(publish)}, [...pair, ...drafts])
    if (n % 2 === 0)
      await send('mutate', 5 * n + 3, {mutations: pair.map((id) => ({delete: {id}}))}, pair)
  }

  async function upload(n: number): Promise<void> {
    const body = `${name} upload ${n}`
    const answer = await fetch(`${url}/v1/assets/files/production?filename=${name}-${n}.txt`, {
      method: 'POST',
      headers,
      body,
    })
    const {document}: {document: {path: string}} = await answer.json()
    uploads.set(`/${document.path}`, body)
  }

  try {
    for (let n = 0; ; n++) {
      await writePair(n)
      if (n % 3 === 0) await upload(n)
    }
  } catch (error) {
    // The lake is gone: what `fetch` throws then is a TypeError
    if (!(error instanceof TypeError)) throw error
  }
}

function publish(publishedId: string) {
  return {
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${publishedId}`,
    publishedId,
  }
}
