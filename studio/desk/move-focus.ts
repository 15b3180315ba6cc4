/**
 * Moves the focus among the articles of a list: with the arrows from one to the next, from the search field to the first, to the
 * ends with Home and End.
 *
 * @param list - Element that holds the tools and the articles
 * @returns Whether the key was for the list
 */
export function moveFocus(list: HTMLElement, key: string): boolean {
  const links = [...list.querySelectorAll<HTMLElement>('li > a')]
  const {activeElement} = document
  const at = links.findIndex((link) => link === activeElement)
  const isSearching = activeElement instanceof HTMLInputElement
  if (at === -1 && !(isSearching && key === 'ArrowDown')) return false
  const target = {
    ArrowDown: links[at + 1],
    ArrowUp: links[at - 1] ?? list.querySelector<HTMLElement>('input'),
    Home: links[0],
    End: links.at(-1),
  }[key]
  target?.focus()
  return target !== undefined && target !== null
}
