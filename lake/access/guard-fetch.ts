import {Problem, problemResponse} from '../problem.ts'
import {judgeApproach, type NetworkPolicy} from './network-guard.ts'

type Fetch = (request: Request) => Promise<Response>

/** Puts the network's guard before a `fetch`: refuses strangers, and lets pages of an added origin read what was answered. */
export function guardFetch(answer: Fetch, policy: () => NetworkPolicy): Fetch {
  return async (request) => {
    const {headers, method} = request
    const verdict = judgeApproach(
      {
        method,
        path: new URL(request.url).pathname,
        host: headers.get('host') ?? undefined,
        origin: headers.get('origin') ?? undefined,
        fetchSite: headers.get('sec-fetch-site') ?? undefined,
        fetchMode: headers.get('sec-fetch-mode') ?? undefined,
        hasToken: headers.has('authorization'),
      },
      policy(),
    )
    if (verdict.type === 'refused') return problemResponse(new Problem(403, verdict.message))
    if (verdict.type === 'own') {
      return isEmbedding(headers, policy())
        ? allowEmbedding(await answer(request))
        : answer(request)
    }
    return method === 'OPTIONS'
      ? new Response(null, {status: 204, headers: preflightHeaders(verdict.origin)})
      : allowReading(await answer(request), verdict.origin)
  }
}

/** An `<img>` says its page in `Referer` alone. Whatever else comes from another site has been refused. */
function isEmbedding(headers: Headers, {isAddedOrigin}: NetworkPolicy): boolean {
  if (headers.get('sec-fetch-site') !== 'cross-site') return false
  const page = URL.parse(headers.get('referer') ?? '')
  return page !== null && isAddedOrigin(page.origin)
}

function allowEmbedding(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('cross-origin-resource-policy', 'cross-origin')
  return new Response(response.body, {status: response.status, headers})
}

/** Neither `authorization` nor credentials: a website reads as anyone may. */
function preflightHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
    'access-control-allow-headers':
      'content-type, last-event-id, x-sanity-lineage, x-sanity-project-id',
    'access-control-allow-private-network': 'true',
    'access-control-max-age': '600',
    'vary': 'Origin',
  }
}

function allowReading(response: Response, origin: string): Response {
  const headers = new Headers(response.headers)
  headers.set('access-control-allow-origin', origin)
  headers.append('vary', 'Origin')
  return new Response(response.body, {status: response.status, headers})
}
