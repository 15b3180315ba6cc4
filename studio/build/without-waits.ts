import type {Plugin} from 'vite'

/**
 * React holds back what comes after a "loading" sign until 300 ms after the last such sign, against flicker. The Studio opens its
 * parts one within the other, each behind a sign of its own, and all of them are in the first chunk: the waits would add up to
 * more than the work. They are taken out of the built Studio.
 *
 * @throws Error while building, when React no longer has the line: then see whether it still waits
 */
export function withoutWaits(): Plugin {
  return {
    name: 'without-waits',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]react-dom-client\.production\.js/u.test(id)) return undefined
      const changed = code.replace(
        'globalMostRecentFallbackTime + 300 - now()',
        'globalMostRecentFallbackTime - now()',
      )
      if (changed === code) {
        throw new Error(
          'Cannot take React\'s waits out: "react-dom-client.production.js" has no "globalMostRecentFallbackTime + 300" any more; look how it waits now',
        )
      }
      return changed
    },
  }
}
