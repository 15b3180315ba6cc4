/** Words of Sanity's own parts that speak of its cloud, said for a desk that has none. */
export const studioTextsEn = {
  'presence.no-one-else-description': 'Colleagues show here while they are at the desk.',
} as const

/** Of the lists of documents: what to do where there is none. */
export const structureTextsEn = {
  'panes.document-list-pane.no-documents-of-type.text':
    'None yet. The plus above makes the first one.',
} as const
