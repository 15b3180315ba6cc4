import {type GeneratedDocument, generateNewsroom} from './generate-articles.ts'

/** A newsroom with its desk: who is named, and short articles of which one in five is at work and the others are out. */
export function* generateDesk(articles: number): Iterable<GeneratedDocument> {
  const newsroom = generateNewsroom(2)
  yield* newsroom.cast
  for (let index = 0; index < articles; index++) {
    const article = newsroom.article(index)
    yield index % 5 === 0 ? atWork(article, index) : {...article, pubStatus: statusOf(index)}
    yield recordOf(article._id, index)
  }
}

function atWork(
  {headline, publishedAt: _out, firstPublishedAt: _first, ...article}: GeneratedDocument,
  index: number,
): GeneratedDocument {
  return {
    ...article,
    _id: `drafts.${article._id}`,
    pubStatus: statusOf(index),
    ...(index % 25 !== 0 && {headline}),
    ...(index % 500 === 0 && {
      embargo: {active: true, until: '2099-01-01T06:00:00Z', timeZone: 'Europe/London'},
    }),
  }
}

function recordOf(articleId: string, index: number): GeneratedDocument {
  return {
    _id: `record.${articleId}`,
    _type: 'articleRecord',
    article: {_type: 'reference', _ref: articleId, _weak: true},
    killFlag: index % 2000 === 1,
    findings: index % 200 === 0 ? [{_key: 'f1', _type: 'finding', state: 'open'}] : [],
    conflicts: [],
    ...(index % 5 === 0 && {workflowState: stateOf(index)}),
  }
}

function stateOf(index: number): string {
  if (index % 100 === 0) return 'ready'
  return index % 50 === 5 ? 'drafting' : 'incoming'
}

function statusOf(index: number): string {
  return index % 997 === 1 ? 'canceled' : 'usable'
}
