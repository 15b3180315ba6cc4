import {expect, test} from 'vitest'

import {conflictsDecided, correctionMerged} from './newer-copy.ts'

const corrected = {_id: 'source.2', versionKind: 'correction', versionNote: 'Corrects fare'}

test.for([
  [
    'waits',
    [corrected],
    {origins: []},
    'A newer correction of the copy is not merged: "Corrects fare"',
  ],
  [
    'waits without a note',
    [{...corrected, versionNote: undefined}],
    {},
    'A newer correction of the copy is not merged',
  ],
  ['is merged', [corrected], {origins: [{source: {_ref: 'source.2'}}]}, true],
  [
    'is itself replaced by an update',
    [corrected, {_id: 'source.3', versionKind: 'update', previousVersion: {_ref: 'source.2'}}],
    {},
    true,
  ],
] as const)('correctionMerged: a correction %s', ([, sources, record, expected]) => {
  expect(correctionMerged(sources, record)).toBe(expected)
})

test.for([
  [
    {conflicts: [{field: 'headline', state: 'open'}]},
    'New copy and the edited text differ, not decided: "headline"',
  ],
  [{conflicts: [{field: 'headline', state: 'keptOurs'}]}, true],
  [undefined, true],
] as const)('conflictsDecided: %o', ([record, expected]) => {
  expect(conflictsDecided(record)).toBe(expected)
})
