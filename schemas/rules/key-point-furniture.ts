import {readEndCredit, type NamedAgency} from './agency-names.ts'
import {textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

// Whole openings only: a story may be about newsletters. `Reporting by A Lee; Editing by B Ek`, `PHOTO: REUTERS`
const CREDIT_OPENING =
  /^\(?(?:Reporting|Writing|Editing|Additional reporting) by\b|^(?:PHOTOS?|GRAPHIC|FILE PHOTO):/u
const FURNITURE = [
  /^(?:read more|also read|related stories|see also)\s{0,2}[:|]/iu,
  /^(?:sign up (?:for|to) our|subscribe to our|follow us on|download our app|join our)\b/iu,
  /^(?:advertisement|story continues below)$/iu,
  // "The Courier is now on Telegram"
  /^.{2,60} is now on (?:Telegram|WhatsApp|Signal)\b/u,
] as const

/** A key point is the paper's own line: no credit and no house promo may stand in it. */
export function keyPointNoFurniture(keyPoint: unknown, agencies: readonly NamedAgency[]): Verdict {
  const text = textOf(keyPoint, 'text')
  const credit = readEndCredit(text, agencies)
  if (credit !== undefined) return say('key-point-holds-credit', {credit})
  if (CREDIT_OPENING.test(text)) return say('key-point-is-credit')
  return !FURNITURE.some((pattern) => pattern.test(text)) || say('key-point-is-promo')
}
