import type {PatchOperations} from '@sanity/client'

import type {OpenFinding} from './open-findings.ts'

/** What an editor says to a doubt. */
export interface Settlement {
  /** One of the finding's alternatives; `undefined`: left as it was read */
  readonly chosen: string | undefined
  /** Who decides, as the record names them */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
  /** The received text in doubt; absent: the newest */
  readonly sourceId?: string
}

/** Settles a doubt on the record of its article and keeps who said what. */
export function settleFinding(
  {key, start, end}: OpenFinding,
  {chosen, by, at, sourceId}: Settlement,
): PatchOperations {
  return {
    set: {[`findings[_key=="${key}"].state`]: chosen === undefined ? 'dismissed' : 'resolved'},
    setIfMissing: {resolutions: []},
    insert: {
      after: 'resolutions[-1]',
      items: [
        {
          _key: `${key}-answer`,
          _type: 'resolution',
          kind: chosen === undefined ? 'dismissed' : 'accepted',
          ...(sourceId !== undefined && {
            source: {_type: 'reference', _ref: sourceId, _weak: true},
          }),
          start,
          end,
          by,
          at,
          ...(chosen !== undefined && {note: chosen}),
        },
      ],
    },
  }
}
