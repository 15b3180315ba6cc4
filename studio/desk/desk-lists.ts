/** A list of articles on the desk. */
export interface DeskList {
  /** Part of the address; its title is the text `list.<id>`, its empty state `empty.<id>` */
  readonly id: DeskListId
  /** GROQ over articles, with the parameters `$now` and `$since`; absent: no article belongs here for what it says itself */
  readonly articles?: string
  /** GROQ over desk records, `_id == "record.<article>"`; absent: no article belongs here for what its record says */
  readonly records?: string
  /** `records` follows each record to its article: to name all of the list takes long */
  readonly looksAtArticles?: true
  /** `drafts` shows what an editor would open, `published` what is out */
  readonly perspective: 'drafts' | 'published'
  /** GROQ ordering */
  readonly order: string
  /** The time that counts here: when it came in, went out, was last touched */
  readonly age: '_createdAt' | 'publishedAt' | '_updatedAt'
  /** Of the articles of the last day and a half, those of today where their publication is */
  readonly today?: true
  /** Articles that cannot go out belong here: held back when their time came, or called ready against a rule */
  readonly stopped?: true
  /** Articles of every state stand here: each says its own */
  readonly mixed?: true
  /** What stops an article that is ready is said here */
  readonly judged?: true
}

export type DeskListId =
  | 'incoming'
  | 'needs-a-person'
  | 'in-progress'
  | 'ready'
  | 'embargoed'
  | 'published-today'
  | 'published'
  | 'corrected'
  | 'killed'
  | 'all-articles'

/** Articles at work: what is published and what nobody has taken up again has no state. */
const AT_WORK = 'workflowState in ["incoming", "drafting", "subbing", "legal", "ready"]'

/** The lists of articles, in the order of a shift. */
export const deskLists: readonly DeskList[] = [
  {
    id: 'incoming',
    records: 'workflowState == "incoming"',
    perspective: 'drafts',
    order: '_createdAt desc',
    age: '_createdAt',
  },
  {
    id: 'needs-a-person',
    records: `(count(findings[state == "open"]) > 0 || count(conflicts[state == "open"]) > 0 || killFlag == true
      || (${AT_WORK} && (!defined(article->headline) || count(article->wireCredits[!defined(source)]) > 0)))
      && article->pubStatus != "canceled"`,
    looksAtArticles: true,
    mixed: true,
    stopped: true,
    judged: true,
    perspective: 'drafts',
    order: '_createdAt desc',
    age: '_createdAt',
  },
  {
    id: 'in-progress',
    records: 'workflowState in ["drafting", "subbing", "legal"]',
    perspective: 'drafts',
    order: '_updatedAt desc',
    age: '_updatedAt',
  },
  {
    id: 'ready',
    records: 'workflowState == "ready"',
    judged: true,
    perspective: 'drafts',
    order: '_updatedAt desc',
    age: '_updatedAt',
  },
  {
    id: 'embargoed',
    articles:
      'embargo.active == true && (!defined(embargo.until) || dateTime(embargo.until) > dateTime($now))',
    mixed: true,
    perspective: 'drafts',
    order: 'embargo.until asc',
    age: '_createdAt',
  },
  {
    id: 'published-today',
    articles: 'publishedAt >= $since && pubStatus != "canceled"',
    perspective: 'published',
    order: 'publishedAt desc',
    age: 'publishedAt',
    today: true,
  },
  {
    id: 'published',
    articles: 'defined(publishedAt)',
    perspective: 'published',
    order: 'publishedAt desc',
    age: 'publishedAt',
  },
  {
    id: 'corrected',
    articles: 'count(corrections) > 0 && defined(publishedAt)',
    perspective: 'published',
    order: '_updatedAt desc',
    age: 'publishedAt',
  },
  {
    id: 'killed',
    articles: 'pubStatus == "canceled"',
    records: 'killFlag == true',
    perspective: 'drafts',
    order: '_updatedAt desc',
    age: '_updatedAt',
  },
  {
    id: 'all-articles',
    articles: 'true',
    mixed: true,
    perspective: 'drafts',
    order: '_updatedAt desc',
    age: '_updatedAt',
  },
]
