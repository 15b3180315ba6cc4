import {pathToString} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

import {existingPath} from './existing-path.ts'

/** Gives what leads an editor to a field of the open article, or as near to it as the article still has. */
export function useOpenField(): (path: string) => void {
  const {onFocus, onPathOpen, value} = useDocumentPane()
  return (path) => {
    const target = existingPath(value, path)
    onPathOpen(target)
    onFocus(target)
    focusInDialog(pathToString(target))
  }
}

/** Frames to wait for a dialog that is only being opened: about a second. */
const PATIENCE = 60

/** A dialog, as that of a picture in the body, takes the focus to its first button when it opens: from there on to the field. */
function focusInDialog(id: string, tries = 0): void {
  const field = document.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)
  const dialog = field?.closest('[role="dialog"]')
  if (field && !dialog) return
  if (dialog?.contains(document.activeElement)) field?.focus()
  else if (tries < PATIENCE) requestAnimationFrame(() => focusInDialog(id, tries + 1))
}
