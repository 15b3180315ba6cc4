import {randomBytes} from 'node:crypto'

import type {WebSocket} from 'ws'

import type {Caller} from '../caller.ts'
import {isRecord} from '../store/lake-document.ts'
import {messageText, parseJson} from './message.ts'

/** What presence needs to know who somebody is. */
export interface PresenceOptions {
  /** Reads `Bearer …`; throws when the token is good for nothing */
  readonly judgeCaller: (authorization: string) => Caller
}

/** The rooms of presence: one for each dataset. */
export interface PresenceRooms {
  join(dataset: string, socket: WebSocket): void
}

/** Somebody in a room, from the time the token was shown. */
interface Visitor {
  readonly socket: WebSocket
  userId: string | undefined
  /** Sessions that this socket announced, to say goodbye for them when it is lost */
  readonly sessions: Set<string>
  readonly subscriptions: Set<string>
}

const HEARTBEAT = '♥'
const MOST_WAITING = 1024 * 1024

/**
 * Who is where in which document: JSON-RPC 2.0 over WebSocket, passed on to everyone in the dataset and never stored.
 * Nobody hears or says anything before they have shown a token.
 *
 * @see `@sanity/bifur-client`, the Studio's side of it
 */
export function createPresenceRooms({judgeCaller}: PresenceOptions): PresenceRooms {
  const rooms = new Map<string, Set<Visitor>>()

  return {
    join(dataset, socket) {
      const room = rooms.get(dataset) ?? new Set()
      rooms.set(dataset, room)
      const visitor: Visitor = {
        socket,
        userId: undefined,
        sessions: new Set(),
        subscriptions: new Set(),
      }
      room.add(visitor)

      socket.on('message', (data) => {
        const text = messageText(data)
        if (text === HEARTBEAT) {
          socket.send(HEARTBEAT)
          return
        }
        const call = readCall(text)
        if (call === undefined) {
          socket.close(1007, 'Not JSON-RPC 2.0')
          return
        }
        const answer = answerCall(call, visitor, room, judgeCaller)
        socket.send(JSON.stringify({jsonrpc: '2.0', id: call.id, ...answer}))
      })
      socket.on('close', () => {
        room.delete(visitor)
        if (room.size === 0) rooms.delete(dataset)
        for (const session of visitor.sessions) {
          broadcast(room, {type: 'disconnect', i: visitor.userId, m: {session}})
        }
      })
    },
  }
}

interface Call {
  readonly id: unknown
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
}

type Answer =
  | {readonly result: unknown}
  | {readonly error: {readonly code: number; readonly message: string}}

function answerCall(
  {method, params}: Call,
  visitor: Visitor,
  room: ReadonlySet<Visitor>,
  judgeCaller: PresenceOptions['judgeCaller'],
): Answer {
  if (method === 'authorization') return authorize(params, visitor, judgeCaller)
  const {userId} = visitor
  if (userId === undefined) return refuse(4001, 'Unauthorized: show a token first')
  switch (method) {
    case 'presence_subscribe': {
      const subscription = randomBytes(9).toString('base64url')
      visitor.subscriptions.add(subscription)
      return {result: subscription}
    }
    case 'presence_unsubscribe': {
      visitor.subscriptions.delete(String(params.subscriptionId))
      return {result: 'ok'}
    }
    case 'presence_rollcall': {
      broadcast(room, {type: 'rollCall', i: userId, session: params.session})
      return {result: 'ok'}
    }
    case 'presence_announce': {
      const data = isRecord(params.data) ? params.data : {}
      if (typeof data.sessionId !== 'string') return refuse(-32602, 'data.sessionId is missing')
      visitor.sessions.add(data.sessionId)
      const {sessionId, locations} = data
      broadcast(room, {type: 'state', i: userId, m: {sessionId, locations}})
      return {result: 'ok'}
    }
    case 'presence_disconnect': {
      visitor.sessions.delete(String(params.session))
      broadcast(room, {type: 'disconnect', i: userId, m: {session: params.session}})
      return {result: 'ok'}
    }
    default:
      return refuse(-32601, `Method "${method}" not found`)
  }
}

function authorize(
  params: Call['params'],
  visitor: Visitor,
  judgeCaller: PresenceOptions['judgeCaller'],
): Answer {
  try {
    const caller = judgeCaller(String(params.authorization))
    visitor.userId = caller.type === 'user' ? caller.userId : undefined
  } catch {
    visitor.userId = undefined
  }
  return visitor.userId === undefined
    ? refuse(4001, 'Unauthorized: the token is unknown')
    : {result: 'ok'}
}

function broadcast(room: ReadonlySet<Visitor>, result: object): void {
  for (const {socket, subscriptions} of room) {
    if (socket.readyState !== socket.OPEN) continue
    if (socket.bufferedAmount > MOST_WAITING) {
      socket.terminate()
      continue
    }
    for (const subscription of subscriptions) {
      socket.send(
        JSON.stringify({
          jsonrpc: '2.0',
          method: 'presence_subscription',
          params: {subscription, result},
        }),
      )
    }
  }
}

function refuse(code: number, message: string): Answer {
  return {error: {code, message}}
}

function readCall(text: string): Call | undefined {
  const call = parseJson(text)
  if (!isRecord(call) || typeof call.method !== 'string') return undefined
  return {
    id: call.id ?? null,
    method: call.method,
    params: isRecord(call.params) ? call.params : {},
  }
}
