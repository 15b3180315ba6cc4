import type {DeskText} from '../texts/use-desk-text.ts'
import type {Answers, DecisionField} from './decision-form.tsx'

export function reasonField(text: DeskText): DecisionField {
  return {
    name: 'reason',
    label: text('decision.reason'),
    hint: text('decision.reason-hint'),
    kind: 'text',
    initial: '',
  }
}

/** What is said at fields without an answer, by their names. */
export function unanswered(answers: Answers, sentences: Answers): Answers {
  return Object.fromEntries(
    Object.entries(sentences).filter(([name]) => (answers[name] ?? '').trim() === ''),
  )
}
