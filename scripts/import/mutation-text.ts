import type {PlannedMutation} from './planned-mutation.ts'

const texts = new WeakMap<PlannedMutation, string>()

/** A mutation as JSON. It is asked for twice, to measure and to send, and written once: it holds whole texts. */
export function mutationText(mutation: PlannedMutation): string {
  const known = texts.get(mutation)
  if (known !== undefined) return known
  const text = JSON.stringify(mutation)
  texts.set(mutation, text)
  return text
}
