/**
 * The API host that the Studio is told. A client that ignores the Studio's client factory puts the project's id before it, which no
 * address such as `127.0.0.1` allows; the name can never be resolved, so a call that slips past `guardFetch` goes nowhere.
 */
export const placeholderApiHost = 'http://lake.invalid'

/**
 * A `fetch` that stays on the machine. The Studio has no option for some of its calls to Sanity's cloud: this one answers the
 * known ones itself, sends those for `placeholderApiHost` and the project's host below it to the lake, and refuses the rest.
 *
 * @param lake - Origin of the lake, which also serves the Studio
 * @param studioVersion - What the version check is told, so that it finds the Studio up to date
 */
export function guardFetch(
  lake: string,
  studioVersion: string,
  ordinaryFetch: typeof fetch,
): typeof fetch {
  const placeholder = new URL(placeholderApiHost).host
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, lake)
    if (url.origin === lake || url.protocol === 'blob:' || url.protocol === 'data:') {
      return ordinaryFetch(input, init)
    }
    if (url.host === placeholder || url.host.endsWith(`.${placeholder}`)) {
      const ours = new URL(url.pathname + url.search, lake)
      return ordinaryFetch(input instanceof Request ? new Request(ours, input) : ours, init)
    }
    const answer = answerForCloud(url, studioVersion)
    if (answer) return Promise.resolve(answer)
    return Promise.reject(
      new TypeError(`Cannot fetch "${url.href}": this Studio works without the network`),
    )
  }
}

function answerForCloud(url: URL, studioVersion: string): Response | undefined {
  const place = url.host + url.pathname
  // The version check, on start and every 15 minutes
  if (place.startsWith('sanity-cdn.com/v1/modules/')) {
    return Response.json({packageVersion: studioVersion, latest: studioVersion})
  }
  // Any answer but a 2xx takes "send feedback" out of the menus
  if (/^api\.sanity\.io\/[^/]{1,20}\/intake\//u.test(place))
    return new Response(null, {status: 404})
  return undefined
}
