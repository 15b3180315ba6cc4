import {Hono} from 'hono'

import type {LakeEnvironment} from '../caller.ts'

/**
 * What the Studio asks of the cloud besides content: announcements, upsells, telemetry, help links. Each gets the answer that makes
 * the Studio leave the matter alone, and nothing is kept.
 */
export function createQuietRoutes(): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.get('/ping', (context) => context.text('PONG'))
  // Asked after every broken connection: told that its own origin may not use credentials, the Studio would replace the whole page with
  // advice on CORS. Pages of added origins may not use them.
  routes.get('/check/cors', ({req, json}) => {
    const origin = req.header('origin')
    const isOwn = origin === undefined || origin === new URL(req.url).origin
    return json({result: {allowed: true, withCredentials: isOwn}})
  })
  // Scheduled drafts run here; whatever else the Studio would switch on lives in the cloud. Comments are off in its configuration; told
  // that they cannot be had, it would build all of itself a second time, around an offer to buy them.
  routes.get('/features', (context) => context.json(['singleDocRelease', 'studioComments']))
  routes.get('/help', (context) => context.json({resources: {sectionArray: []}}))

  routes.get('/journey/announcements', (context) => context.json([]))
  routes.get('/journey/:subject{.+}', (context) => context.json(null))
  routes.get('/intake/telemetry-status', (context) => context.json({status: 'denied'}))
  routes.post('/intake/batch', (context) => context.body(null, 202))
  // A 404 hides the "send feedback" item; it is the known answer to a known question, so it does not count as unknown.
  routes.post('/intake/feedback', (context) => context.json({statusCode: 404}, 404))
  routes.post('/intake/tracing', (context) => context.body(null, 202))

  routes.get('/access/requests/me', (context) => context.json([]))
  routes.post('/access/project/:project/requests', (context) => context.json([]))
  routes.get('/subscriptions/project/:project', (context) => context.json([]))
  routes.get('/schedules/:project/:dataset', (context) => context.json({schedules: []}))
  routes.get('/media-libraries', (context) => context.json({data: []}))
  routes.get('/geoip/country', (context) => context.json({isoCode: null}))
  routes.get('/descriptors/:rest{.*}', (context) => context.json([]))

  return routes
}
