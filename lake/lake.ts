import {join} from 'node:path'

import {Hono, type MiddlewareHandler} from 'hono'

import {openAdministratorToken} from './access/administrator-token.ts'
import {createOpenStreams} from './access/open-streams.ts'
import {isAddedOrigin} from './access/origins.ts'
import {judgeCaller, readCaller} from './access/read-caller.ts'
import {type Network, requireToken} from './access/require-token.ts'
import {createSignIns} from './access/sign-ins.ts'
import type {AssetDocuments} from './assets/asset-documents.ts'
import {openAssetFiles} from './assets/asset-files.ts'
import {openDrawnImages} from './assets/drawn-images.ts'
import type {LakeEnvironment} from './caller.ts'
import {makeDirectory} from './make-directory.ts'
import {Problem, problemResponse} from './problem.ts'
import {createAdministrationRoutes} from './routes/administration.ts'
import {createAssetRoutes} from './routes/assets.ts'
import {createDataRoutes} from './routes/data-routes.ts'
import {createImageRoutes} from './routes/images.ts'
import {limitBody} from './routes/limit-body.ts'
import {createMaintenanceRoutes} from './routes/maintenance.ts'
import {createProjectRoutes} from './routes/projects.ts'
import {createQuietRoutes} from './routes/quiet.ts'
import {createSignInRoutes} from './routes/sign-in.ts'
import {createUserRoutes} from './routes/users.ts'
import {createDuePublisher} from './schedule/publish-due.ts'
import type {PublishGuard} from './schedule/publish-guard.ts'
import {createPresenceRooms, type PresenceRooms} from './sockets/presence.ts'
import {openStore, type Store, type StoreOptions} from './store/open-store.ts'
import type {HearPreparation} from './store/preparation.ts'
import {retainLog} from './store/retain-log.ts'
import {createStudioFiles} from './studio-files.ts'

/** An embedded Content Lake: a store, its access, and the HTTP surface that Sanity's clients and Studio know. */
export interface Lake {
  /** Answers a request as the served lake does; a program in the same process needs no server. `serveLake` guards what comes from the network */
  readonly fetch: (request: Request, network?: Network) => Promise<Response>
  readonly store: Store
  readonly dataDirectory: string
  /** The plain token of the administrator, also in `<data>/token` */
  readonly administratorToken: string
  readonly presence: PresenceRooms
  readonly isAddedOrigin: (origin: string) => boolean
  /** Publishes the scheduled releases whose time has come; a served lake does so by itself */
  readonly publishDue: () => Promise<void>
  /** Closes the store; end what serves it first */
  readonly close: () => void
}

/** Where the lake lives and what it is told about its content. */
export interface LakeOptions {
  /** Holds the database, the assets and the token; made when missing */
  readonly dataDirectory: string
  readonly projectId: string
  /** The built Studio; without it a visitor is told how to get one */
  readonly studioDirectory?: string
  readonly indexedPaths?: readonly string[]
  /** Days that the log of transactions goes back; without it, the log is kept for ever */
  readonly keepDays?: number
  /** Judges what is due before it is published; without it, all of it is published */
  readonly mayPublish?: PublishGuard
  /** Most bytes of one asset; 512 MB unless told */
  readonly largestAsset?: number
  /** Where queries are evaluated, as in `StoreOptions`; a lake that serves others should do it `apart` */
  readonly evaluation?: StoreOptions['evaluation']
  readonly now?: () => Date
  /** Hears what a lake of an older wiredesk waits for while it is opened */
  readonly preparing?: HearPreparation
  /** Hears of faults that no caller can do anything about */
  readonly report?: (error: Error) => void
}

/** Bytes of drawn pictures that are kept for the next one who asks. */
const MOST_DRAWN = 512 * 1024 * 1024
/** What `x-wiredesk-unknown-endpoint` marks: the Studio asked for something that this lake does not know. Browser tests fail on it. */
const UNKNOWN_ENDPOINT = 'x-wiredesk-unknown-endpoint'
const VERSION = '/:version{v(?:X|[0-9][0-9-]{0,12})}'
/** Addresses of the API as they are mistyped: without a version, or with one that is none. They are no places in the Studio. */
const MISTYPED = ['/data/*', '/:version{(?:v[0-9Xx]|[0-9])[^/]{0,20}}/*']

/**
 * Opens the lake of a data directory.
 *
 * @throws StoreError in use, of a newer version, on a full disk; the message says the way out
 */
export function openLake(options: LakeOptions): Lake {
  const {dataDirectory, now} = options
  openDirectory(dataDirectory)
  const store = openStore({
    file: join(dataDirectory, 'lake.sqlite'),
    ...(now ? {now} : {}),
    ...(options.evaluation ? {evaluation: options.evaluation} : {}),
    ...(options.preparing ? {preparing: options.preparing} : {}),
    ...(options.indexedPaths ? {indexedPaths: options.indexedPaths} : {}),
  })
  try {
    return composeLake(store, options)
  } catch (error) {
    store.close()
    throw error
  }
}

function composeLake(store: Store, options: LakeOptions): Lake {
  const {dataDirectory, projectId, now = () => new Date(), report = () => undefined} = options
  const {database} = store
  const place = {
    projectId,
    files: openAssetFiles({
      directory: join(dataDirectory, 'assets'),
      largest: options.largestAsset ?? 512 * 1024 * 1024,
    }),
    drawn: openDrawnImages({directory: join(dataDirectory, 'drawn'), most: MOST_DRAWN}),
    documents: assetDocuments(store),
  }

  const api = new Hono<LakeEnvironment>()
    .route('/', createSignInRoutes(database, createSignIns(), now))
    .route('/', createUserRoutes(database))
    .route('/', createAdministrationRoutes(database, now))
    .route('/', createMaintenanceRoutes({store, files: place.files, dataDirectory}))
    .route(
      '/',
      createProjectRoutes({
        projectId,
        datasetNames: () => store.datasetNames(),
        createDataset: (name) => store.createDataset(name),
      }),
    )
    .route('/', createQuietRoutes())
    .route('/', createAssetRoutes(place))
    .route('/', createDataRoutes(store))
    .all('*', (context) => {
      const {method, path} = context.req
      const answer = problemResponse(new Problem(404, `This lake has no ${method} ${path}`))
      answer.headers.set(UNKNOWN_ENDPOINT, '1')
      return answer
    })

  const streams = createOpenStreams((authorization) => {
    try {
      return judgeCaller(database, authorization, now()).type === 'user'
    } catch {
      return false
    }
  })
  const app = new Hono<LakeEnvironment>()
    .use(dropUnaskedBody)
    .use(`${VERSION}/*`, readCaller(database, now))
    .use(`${VERSION}/wiredesk/*`, streams.recheckAfter)
    .use(`${VERSION}/auth/logout`, streams.recheckAfter)
    .use(`${VERSION}/data/*`, streams.watch)
    .use(`${VERSION}/*`, requireToken())
    .use(`${VERSION}/:area{auth|users|datasets|wiredesk}/*`, limitBody)
    .route(VERSION, api)
    .route('/', createImageRoutes(place))
    .on(['GET', 'POST', 'PUT', 'DELETE'], MISTYPED, ({req}) => {
      throw new Problem(
        404,
        `Nothing is at ${req.path}: addresses of the API begin with a version, as in /v2025-02-19/data/query/production`,
      )
    })
    .route('/', createStudioFiles(options.studioDirectory))
  app.notFound((context) => problemResponse(new Problem(404, `Nothing is at ${context.req.path}`)))
  app.onError((error, context) => {
    if (error instanceof Problem) return problemResponse(error)
    if (isCutOff(error)) return problemResponse(new Problem(400, 'The request was cut off'))
    report(error)
    return problemResponse(
      new Problem(500, `Cannot answer ${context.req.method} ${context.req.path}: ${error.message}`),
    )
  })

  const endRetention =
    options.keepDays === undefined ? undefined : retainLog(store, options.keepDays, report)

  return {
    fetch: async (request, network = {needsToken: false}) => app.fetch(request, network),
    store,
    dataDirectory,
    administratorToken: openAdministratorToken(database, dataDirectory, now()),
    presence: createPresenceRooms({
      judgeCaller: (authorization) => judgeCaller(database, authorization, now()),
    }),
    publishDue: createDuePublisher(store, options.mayPublish ?? (() => ({})), report),
    isAddedOrigin: (origin) => isAddedOrigin(database, origin),
    close() {
      endRetention?.()
      store.close()
    },
  }
}

/** `HEAD` is answered as `GET` is, and its body goes nowhere: a stream that nobody reads would stay open. */
const dropUnaskedBody: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.req.method === 'HEAD') await context.res.body?.cancel()
}

/** Whoever asked is gone before all of the request was here: nobody's fault. */
function isCutOff(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}

function openDirectory(path: string): void {
  try {
    makeDirectory(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Cannot open the data folder "${path}": ${reason}; name another folder`, {
      cause: error,
    })
  }
}

function assetDocuments(store: Store): AssetDocuments {
  return {
    async find(dataset, id) {
      // Whoever asks for an asset may name any dataset: none is kept in mind that does not exist.
      if (!store.hasDataset(dataset)) return undefined
      const [document] = store.dataset(dataset).getDocuments([id])
      return document
    },
    async create(dataset, document, author) {
      await store.dataset(dataset).commit({mutations: [{createIfNotExists: document}], author})
    },
  }
}
