import type {Answers, DecisionField} from './decision-form.tsx'

export const reasonField: DecisionField = {
  name: 'reason',
  label: 'Reason',
  hint: 'Kept on the desk’s record, never printed',
  kind: 'text',
  initial: '',
}

/** What is said at fields without an answer, by their names. */
export function unanswered(answers: Answers, sentences: Answers): Answers {
  return Object.fromEntries(
    Object.entries(sentences).filter(([name]) => (answers[name] ?? '').trim() === ''),
  )
}
