import type {Fields, Item} from '../../ingest/merge-content.ts'

/** A change that an import makes: what exists is patched at the revision it was read, never replaced. */
export type PlannedMutation =
  | {readonly create: PlannedDocument}
  | {readonly createIfNotExists: PlannedDocument}
  | {readonly patch: PlannedPatch}
  | {readonly delete: {readonly id: string}}

export interface PlannedDocument {
  readonly _id: string
  readonly _type: string
}

export interface PlannedPatch {
  readonly id: string
  readonly ifRevisionID?: string
  readonly set?: Fields
  readonly unset?: readonly string[]
  readonly insert?:
    | {readonly after: string; readonly items: readonly Item[]}
    | {readonly before: string; readonly items: readonly Item[]}
}

/** One request to the dataset: whole or not at all. */
export interface PlannedTransaction {
  readonly transactionId: string
  readonly mutations: readonly PlannedMutation[]
}
