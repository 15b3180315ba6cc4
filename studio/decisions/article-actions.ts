import type {DocumentActionComponent} from 'sanity'

import {usePublishAction} from '../publish/publish-action.tsx'
import {useScheduleAction} from '../schedule/schedule-action.ts'
import {useMoveAction} from '../workflow/move-action.tsx'
import {useRecordAction} from '../workflow/record-action.ts'
import {useCorrectAction} from './correct-action.ts'
import {useClearEmbargoAction, useEmbargoAction} from './embargo-actions.ts'
import {useKillAction} from './kill-action.ts'
import {useReviveAction} from './revive-action.ts'
import {useUnpublishAction} from './unpublish-action.ts'

/**
 * What can be done with an article: Sanity's actions with the desk's own gate in the place of its publish button and a reason asked
 * for in the place of its unpublish; what a newsroom does stands before what throws away. What is scheduled goes out by the clock, past the same rules: it can
 * be moved on the desk and killed; to edit it, it is paused first.
 */
export function articleActions(
  actions: readonly DocumentActionComponent[],
  isScheduled: boolean,
): DocumentActionComponent[] {
  if (isScheduled) {
    return [
      ...actions.filter(({action}) => action !== 'publish'),
      useMoveAction,
      useRecordAction,
      useKillAction,
    ]
  }
  return [
    ...offered(actions.filter(isFirst)),
    useMoveAction,
    useCorrectAction,
    useEmbargoAction,
    useClearEmbargoAction,
    useKillAction,
    useReviveAction,
    ...offered(actions.filter((action) => !isFirst(action))),
    useRecordAction,
  ]
}

const replaced: ReadonlyMap<string, DocumentActionComponent> = new Map([
  ['publish', usePublishAction],
  ['schedule', useScheduleAction],
  ['unpublish', useUnpublishAction],
])

function isFirst({action}: DocumentActionComponent): boolean {
  return action === 'publish' || action === 'schedule'
}

/** As the desk offers them. */
function offered(actions: readonly DocumentActionComponent[]): readonly DocumentActionComponent[] {
  return actions.map((action) => replaced.get(action.action ?? '') ?? action)
}
