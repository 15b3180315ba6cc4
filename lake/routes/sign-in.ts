import type {DatabaseSync} from 'node:sqlite'

import {Hono, type HonoRequest} from 'hono'

import {readBearer, requireUser} from '../access/read-caller.ts'
import {signInPage, signInPolicy} from '../access/sign-in-page.ts'
import type {SignIns} from '../access/sign-ins.ts'
import {createToken, judgeToken, revokeSecret} from '../access/tokens.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'

/** How long a Studio stays signed in, in milliseconds: 30 days. */
const SESSION = 30 * 24 * 60 * 60 * 1000

/**
 * The Studio's own way to sign in, played locally: it asks for the providers, sends the browser to the one we name, comes back with
 * `#sid=…` and fetches a token for it.
 */
export function createSignInRoutes(
  database: DatabaseSync,
  signIns: SignIns,
  now: () => Date,
): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.get('/auth/providers', (context) =>
    context.json({
      providers: [
        {
          name: 'local',
          title: 'Sign in with a token',
          url: `${new URL(context.req.url).origin}/v1/auth/login/local`,
        },
      ],
    }),
  )

  routes.use('/auth/login/local', async (context, next) => {
    await next()
    context.header('content-security-policy', signInPolicy)
    context.header('cache-control', 'no-store')
  })
  routes.get('/auth/login/local', (context) =>
    context.html(signInPage({returnTo: readReturn(context.req.url, context.req.query('origin'))})),
  )
  routes.post('/auth/login/local', async (context) => {
    const form = await readForm(context.req)
    const token = form.get('token')
    const origin = form.get('origin')
    const returnTo = readReturn(context.req.url, typeof origin === 'string' ? origin : undefined)
    const verdict = judgeToken(database, typeof token === 'string' ? token.trim() : '', now())
    if (verdict.type !== 'user') {
      const fault =
        verdict.type === 'expired' ? 'This token has expired.' : 'This token is not known here.'
      return context.html(signInPage({returnTo, fault}), 401)
    }
    return context.redirect(`${returnTo}#sid=${signIns.begin(verdict.userId, now())}`, 303)
  })

  routes.get('/auth/fetch', (context) => {
    const userId = signIns.finish(context.req.query('sid') ?? '', now())
    if (userId === undefined) {
      throw new Problem(401, 'Sign-in not found: it was used or is too old', 'SIO-401-ANF')
    }
    const expiresAt = new Date(now().getTime() + SESSION).toISOString()
    const {token} = createToken(database, {userId, label: 'Studio sign-in', expiresAt}, now())
    context.header('cache-control', 'no-store')
    return context.json({token})
  })

  routes.post('/auth/logout', (context) => {
    const token = readBearer(context.req.header('authorization'))
    if (token !== undefined) endSession(database, token, now())
    return context.json({ok: true})
  })

  routes.get('/auth/id', (context) => {
    const id = requireUser(context.get('caller'))
    const token = readBearer(context.req.header('authorization')) ?? ''
    const verdict = judgeToken(database, token, now())
    const expiresAt = verdict.type === 'user' ? verdict.expiresAt : undefined
    return context.json(expiresAt === undefined ? {id} : {id, expiry: expiresAt})
  })

  return routes
}

/** @throws Problem 400 when it is no form */
async function readForm(request: HonoRequest): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw new Problem(400, `Cannot sign in: the body is no form (${String(error)})`)
  }
}

/** A sign-out ends a session that signed in here; a token without end was made by hand and only `wiredesk tokens` ends it. */
function endSession(database: DatabaseSync, token: string, now: Date): void {
  const verdict = judgeToken(database, token, now)
  if (verdict.type === 'user' && verdict.expiresAt !== undefined) revokeSecret(database, token, now)
}

/**
 * Where to go after the sign-in: a page of our own and nowhere else, or the session would be handed to a stranger.
 *
 * @throws Problem 400 when it is another site's page
 */
function readReturn(requestUrl: string, origin: string | undefined): string {
  const own = new URL(requestUrl).origin
  const target = URL.parse(origin ?? '/', own)
  if (target?.origin !== own) {
    throw new Problem(400, `Cannot sign in for "${target?.origin ?? origin}": this lake is ${own}`)
  }
  return `${target.origin}${target.pathname}${target.search}`
}
