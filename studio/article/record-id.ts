/**
 * Id of the private record of an article.
 *
 * @param articleId - With or without `drafts.`
 */
export function recordIdOf(articleId: string): string {
  return `record.${articleId.replace(/^drafts\./u, '')}`
}
