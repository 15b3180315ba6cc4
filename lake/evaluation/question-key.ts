import type {QueryQuestion} from './question.ts'

/** The same for questions that have the same answer at any one moment. */
export function questionKey({dataset, query, params, perspective, caller}: QueryQuestion): string {
  const who = query.includes('identity') ? caller : caller.type
  return JSON.stringify([dataset, perspective, who, query, params])
}
