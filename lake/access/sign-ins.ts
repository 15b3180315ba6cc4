import {randomBytes} from 'node:crypto'

/** How long a page may take between the form and the fetch of its token, in milliseconds. */
const PATIENCE = 60_000

/** Sign-ins that are under way: the form was right, the Studio has not yet fetched its token. In memory: a restart only means to sign in again. */
export interface SignIns {
  /** @returns A session id that buys one token within a minute */
  begin(userId: string, now: Date): string
  /** @returns Whose sign-in it is, once; `undefined` when unknown, used or too late */
  finish(sessionId: string, now: Date): string | undefined
}

/** Keeps sign-ins by session id. */
export function createSignIns(): SignIns {
  const waiting = new Map<string, {readonly userId: string; readonly until: number}>()
  return {
    begin(userId, now) {
      for (const [id, {until}] of waiting) if (until < now.getTime()) waiting.delete(id)
      const sessionId = randomBytes(24).toString('base64url')
      waiting.set(sessionId, {userId, until: now.getTime() + PATIENCE})
      return sessionId
    },
    finish(sessionId, now) {
      const signIn = waiting.get(sessionId)
      waiting.delete(sessionId)
      return signIn !== undefined && signIn.until >= now.getTime() ? signIn.userId : undefined
    },
  }
}
