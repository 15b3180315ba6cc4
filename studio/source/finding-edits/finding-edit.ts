import type {Fields} from '../../../schemas/rules/narrow.ts'
import type {DeskAgency} from '../../credits/desk-agency.ts'
import type {ReceivedText} from '../received-text.ts'

/** What an answer does to the article, beyond being kept on the record. */
export interface FindingEdit {
  /** For the editor, before the answer is given: `answer.…` in the desk's texts */
  readonly does: AnswerText
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
  /** A stretch that was taken out, to be put back as an editor does it by hand */
  readonly putsBack?: {readonly start: number; readonly end: number; readonly rule: string}
  /** Field to open for what only a person can write: the doubt stays until it is answered with that in place */
  readonly opens?: string
}

export type AnswerText =
  | {
      readonly key:
        | 'joins-story'
        | 'opens-embargo'
        | 'opens-clearance'
        | 'to-credits'
        | 'to-dateline'
        | 'dateline-to-text'
        | 'takes-out'
        | 'puts-back'
        | 'headline-to-key-point'
        | 'heads-to-key-points'
    }
  | {readonly key: 'writes'; readonly word: string}
  | {readonly key: 'embargo-ends'; readonly time: string}

export interface FindingPlace {
  readonly article: Fields
  readonly source: ReceivedText
  readonly agencies: readonly DeskAgency[]
}
