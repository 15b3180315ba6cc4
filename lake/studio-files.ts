import {statSync} from 'node:fs'
import {extname, join, normalize, sep} from 'node:path'

import {Hono} from 'hono'

import type {LakeEnvironment} from './caller.ts'
import {sendFile} from './send-file.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** `assets/open-desk-DqKf8Xc1.js`: Vite puts a hash of the content in the name. */
const HASHED = /^\/assets\/[^/]{1,200}-[\w-]{8}\.[a-z0-9]{2,5}$/u

/**
 * Serves the built Studio; an address that is no file of it is a place within the Studio and gets its page.
 *
 * @param directory - Where `vite build` wrote it; absent when this lake is served without a Studio
 */
export function createStudioFiles(directory: string | undefined): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  // The Studio asks whether its own deployment has a manifest, as soon as it is told that it is registered. Any 404 would be a console error.
  routes.on(['GET'], '/static/create-manifest.json', (context) => context.json({}))

  routes.get('*', async (context) => {
    const page = directory === undefined ? undefined : findFile(directory, '/index.html')
    if (directory === undefined || page === undefined) {
      return context.text(
        directory === undefined
          ? 'This lake is served without a Studio. `npm start` serves both.\n'
          : 'The Studio is not built. Build it with `npm run build`, then load this page again.\n',
        503,
      )
    }
    const headers = studioHeaders(new URL(context.req.url).host)
    const {path} = context.req
    const file = findFile(directory, path)
    if (file !== undefined && file !== page) {
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      const caching = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      const packed = findFile(directory, `${path}.gz`)
      const sent = packed !== undefined && takesGzip(context.req.raw) ? packed : file
      return sendFile(sent, context.req.raw, {
        ...headers,
        'content-type': type,
        'cache-control': caching,
        ...(packed !== undefined && {vary: 'accept-encoding'}),
        ...(sent === packed && {'content-encoding': 'gzip'}),
      })
    }
    // A missing script must not be answered with a page: the browser would try to run it.
    if (path.startsWith('/assets/')) return context.text('Not found\n', 404)
    return sendFile(page, context.req.raw, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })

  return routes
}

/** A range counts the bytes as they are on the disk: such a request gets the plain file. */
function takesGzip({headers}: Request): boolean {
  return headers.get('range') === null && /\bgzip\b/u.test(headers.get('accept-encoding') ?? '')
}

/** Everything from the lake itself: no script, picture or call reaches another machine. */
function studioHeaders(host: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self' data:",
      // Not every browser counts the WebSocket of the same host as 'self'.
      `connect-src 'self' ws://${host}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** The file below `directory` that a path names, or `undefined`; never one outside of it. */
function findFile(directory: string, path: string): string | undefined {
  const decoded = decodePath(path)
  if (decoded === undefined) return undefined
  const file = normalize(join(directory, decoded))
  if (!file.startsWith(normalize(directory) + sep)) return undefined
  return statSync(file, {throwIfNoEntry: false})?.isFile() ? file : undefined
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    // A part that begins with a dot is a hidden file or a way up.
    return /[\0\\]|\/\./u.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}
