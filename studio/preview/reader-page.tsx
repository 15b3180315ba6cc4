import {PortableText} from '@portabletext/react'

import {bylineText} from '../../queries/print/byline-text.ts'
import {correctionText} from '../../queries/print/correction-text.ts'
import {creditText} from '../../queries/print/credit-text.ts'
import type {PrintedArticle} from '../../queries/print/search-data.ts'
import type {ArticlePreviewQueryResult} from '../../queries/query-types.generated.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {bodyComponents} from './body-components.tsx'
import {PrintedFigure} from './printed-figure.tsx'
import {Paper} from './reader-styles.ts'

interface ReaderPageProps {
  readonly article: NonNullable<ArticlePreviewQueryResult>
  /** Of the reader's screen, in pixels */
  readonly width: number
  /** How much there is here, in pixels: a wider screen is shown smaller, whole. `undefined` until it is measured */
  readonly room: number | undefined
}

/** An article in the order and the words of the printed page; of a killed one its tombstone. */
export function ReaderPage({article, width, room = width}: ReaderPageProps) {
  const text = useDeskText()
  return (
    <Paper style={{width, zoom: Math.min(1, room / width)}} data-width={width}>
      {article.pubStatus === 'canceled' ? (
        <p role="note">{article.kill?.readerText ?? text('kill.reader-text')}</p>
      ) : (
        <Story article={article} />
      )}
    </Paper>
  )
}

function Story({article}: {readonly article: PrintedArticle}) {
  const {publication, leadImage, keyPoints, dateline, body} = article
  const text = useDeskText()
  const byline = bylineText(article.bylines, article.bylineOverride)
  const credit = creditText(article.wireCredits, publication?.endCreditPolicy)
  const corrections = (article.corrections ?? []).flatMap((correction) => {
    const printed = correctionText(correction, publication?.timeZone ?? undefined)
    return printed === '' ? [] : {key: correction._key, printed}
  })
  return (
    <>
      {article.kicker && <p className="kicker">{article.kicker}</p>}
      <h1>{article.headline ?? text('preview.no-headline')}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      {keyPoints && keyPoints.length > 0 && (
        <ul className="key-points">
          {keyPoints.map((point) => (
            <li key={point._key}>{point.text}</li>
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
        <aside aria-label={text('preview.corrections')}>
          {corrections.map(({key, printed}) => (
            <p key={key}>{printed}</p>
          ))}
        </aside>
      )}
    </>
  )
}
