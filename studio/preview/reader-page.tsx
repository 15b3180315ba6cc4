import {PortableText} from '@portabletext/react'

import {bylineText} from '../../queries/print/byline-text.ts'
import {correctionText} from '../../queries/print/correction-text.ts'
import {creditText} from '../../queries/print/credit-text.ts'
import type {PrintedArticle} from '../../queries/print/search-data.ts'
import type {ArticlePreviewQueryResult} from '../../queries/query-types.generated.ts'
import {bodyComponents} from './body-components.tsx'
import {PrintedFigure} from './printed-figure.tsx'
import {Paper} from './reader-styles.ts'

interface ReaderPageProps {
  readonly article: NonNullable<ArticlePreviewQueryResult>
  /** Of the reader's screen, in pixels; a wide one is shown at half its size, to stand beside the form */
  readonly width: number
}

/** An article in the order and the words of the printed page; of a killed one its tombstone. */
export function ReaderPage({article, width}: ReaderPageProps) {
  return (
    <Paper style={{width, zoom: width > 600 ? 0.5 : 1}} data-width={width}>
      {article.pubStatus === 'canceled' ? (
        <p role="note">{article.kill?.readerText ?? 'This story has been withdrawn.'}</p>
      ) : (
        <Story article={article} />
      )}
    </Paper>
  )
}

function Story({article}: {readonly article: PrintedArticle}) {
  const {publication, leadImage, keyPoints, dateline, body} = article
  const byline = bylineText(article.bylines, article.bylineOverride)
  const credit = creditText(article.wireCredits, publication?.endCreditPolicy)
  const corrections = (article.corrections ?? []).flatMap((correction) => {
    const text = correctionText(correction, publication?.timeZone ?? undefined)
    return text === '' ? [] : {key: correction._key, text}
  })
  return (
    <>
      {article.kicker && <p className="kicker">{article.kicker}</p>}
      <h1>{article.headline ?? 'No headline yet'}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      {keyPoints && keyPoints.length > 0 && (
        <ul className="key-points">
          {keyPoints.map(({_key, text}) => (
            <li key={_key}>{text}</li>
          ))}
        </ul>
      )}
      {byline !== '' && <p className="byline">{byline}</p>}
      {leadImage?.url && <PrintedFigure picture={leadImage} />}
      {dateline?.text && <p className="dateline">{dateline.text}</p>}
      {body && <PortableText value={body} components={bodyComponents(publication?.leadInPolicy)} />}
      {article.authorNote && <p className="note">{article.authorNote}</p>}
      {article.readerNote && <p className="note">{article.readerNote}</p>}
      {credit !== '' && <p className="credit">{credit}</p>}
      {corrections.length > 0 && (
        <aside aria-label="Corrections">
          {corrections.map(({key, text}) => (
            <p key={key}>{text}</p>
          ))}
        </aside>
      )}
    </>
  )
}
