/** What the guard looks at; header names in lower case. */
export interface Approach {
  readonly method: string
  /** Path without query */
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `sec-fetch-site` and `sec-fetch-mode`, which a page cannot forge */
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
  readonly hasToken: boolean
}

/** Where the lake listens, and which websites may read. */
export interface NetworkPolicy {
  readonly port: number
  /** Only this machine can connect: names other than loopback in `Host` are then an attack (DNS rebinding) */
  readonly isLoopback: boolean
  readonly isAddedOrigin: (origin: string) => boolean
}

/** `own`: the lake's own pages and programs; `website`: a page of an added origin, which reads as anyone may. */
export type GuardVerdict =
  | {readonly type: 'own'}
  | {readonly type: 'website'; readonly origin: string}
  | {readonly type: 'refused'; readonly message: string}

/** Paths from which a page of an added origin may read; the data routes show it published documents only. */
const READABLE =
  /^\/(?:v[0-9X][0-9-]{0,12}\/(?:data\/(?:query|doc|listen|live\/events|ping)\/.{1,2000}|ping|check\/cors)|(?:images|files)\/.{1,500})$/u
/** Long queries are posted. */
const POSTED_QUERY = /^\/v[0-9X][0-9-]{0,12}\/data\/query\/[^/]{1,200}$/u
/** What an `<img>` of any page may show, as long as the browser counts that page to the same site. */
const EMBEDDABLE = /^\/(?:images|files)\//u

/**
 * Decides whether a request from the network may come in at all, before anyone asks for its token. Without this any website that an editor
 * visits could talk to the lake on their machine.
 */
export function judgeApproach(approach: Approach, policy: NetworkPolicy): GuardVerdict {
  const {host, origin} = approach
  if (host === undefined || (policy.isLoopback && !isOwnHost(host, policy.port))) {
    return refuse(
      `Host "${host ?? ''}" is not this lake: use http://localhost:${policy.port} or http://127.0.0.1:${policy.port}`,
    )
  }
  if (origin === undefined) return judgeWithoutOrigin(approach)
  if (isOwnOrigin(origin, host, policy)) return {type: 'own'}
  if (!policy.isAddedOrigin(origin)) {
    return refuse(
      `Origin "${origin}" may not use this lake: let it read published documents with \`wiredesk origins add ${origin}\``,
    )
  }
  return judgeWebsite(approach, origin)
}

/** Does `Host` name this machine's loopback and our port? */
export function isOwnHost(host: string, port: number): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined
  return (
    url !== undefined &&
    url.host === host.toLowerCase().replace(/:80$/u, '') &&
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) &&
    (url.port === '' ? 80 : Number(url.port)) === port
  )
}

/** Is it a page that the lake itself served? */
export function isOwnOrigin(
  origin: string,
  host: string,
  policy: Pick<NetworkPolicy, 'port' | 'isLoopback'>,
): boolean {
  if (!origin.startsWith('http://')) return false
  const rest = origin.slice('http://'.length)
  return policy.isLoopback ? isOwnHost(rest, policy.port) : rest === host.toLowerCase()
}

/** Browsers leave `Origin` out of plain GETs, even those that a foreign page starts: then only the fetch metadata tells. */
function judgeWithoutOrigin({fetchSite, fetchMode, method, path}: Approach): GuardVerdict {
  const isForeign = fetchSite === 'cross-site' || fetchSite === 'same-site'
  const isVisit = fetchMode === 'navigate' && (method === 'GET' || method === 'HEAD')
  if (!isForeign || isVisit || EMBEDDABLE.test(path)) return {type: 'own'}
  return refuse('Another website may not use this lake')
}

function judgeWebsite({method, path, hasToken}: Approach, origin: string): GuardVerdict {
  const isReading =
    (['GET', 'HEAD', 'OPTIONS'].includes(method) && READABLE.test(path)) ||
    (method === 'POST' && POSTED_QUERY.test(path)) ||
    (method === 'OPTIONS' && POSTED_QUERY.test(path))
  if (!isReading) {
    return refuse(`Origin "${origin}" may read published documents and nothing else`)
  }
  if (hasToken) {
    return refuse(
      `Origin "${origin}" may read published documents, without a token: keep tokens on your server`,
    )
  }
  return {type: 'website', origin}
}

function refuse(message: string): GuardVerdict {
  return {type: 'refused', message: `Refused: ${message}`}
}
