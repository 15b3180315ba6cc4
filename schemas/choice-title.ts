/** The words an editor reads for a stored value of an options list; the value itself when it is not in the list. */
export function choiceTitle(
  choices: readonly {readonly title: string; readonly value: string}[],
  value: unknown,
): string {
  const choice = choices.find((candidate) => candidate.value === value)
  return choice?.title ?? (typeof value === 'string' ? value : '')
}
