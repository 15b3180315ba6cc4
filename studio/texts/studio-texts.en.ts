/** Words of Sanity's own parts that speak of its cloud, said for a desk that has none. */
export const studioTextsEn = {
  'presence.no-one-else-description': 'Colleagues show here while they are at the desk.',
} as const
