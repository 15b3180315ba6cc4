import type {PortableTextReactComponents} from '@portabletext/react'

import type {ArticlePreviewQueryResult} from '../../queries/query-types.generated.ts'
import {blockText} from '../../schemas/portable-text.ts'
import {fieldOf, itemsOf, stringsOf, textOf} from '../../schemas/rules/narrow.ts'
import {PrintedFigure} from './printed-figure.tsx'

type LeadInPolicy = 'capitals' | 'plain' | null | undefined
type Block = NonNullable<
  Extract<NonNullable<ArticlePreviewQueryResult>, {pubStatus: 'usable'}>['body']
>[number]

/** How the blocks and marks of a body are printed. Links lead nowhere: a preview is left by nobody in mid-edit. */
export function bodyComponents(leadIn: LeadInPolicy): Partial<PortableTextReactComponents> {
  return {
    block: {
      crossHead: ({children}) => <h2>{children}</h2>,
      quote: ({children}) => <blockquote>{children}</blockquote>,
    },
    marks: {
      leadIn: ({children}) => (
        <span className={leadIn === 'capitals' ? 'lead-in-capitals' : 'lead-in'}>{children}</span>
      ),
      link: ({children}) => <span className="link">{children}</span>,
      internalLink: ({children}) => <span className="link">{children}</span>,
    },
    types: {
      articleImage: ({value}: {readonly value: Extract<Block, {_type: 'articleImage'}>}) => (
        <PrintedFigure picture={value} />
      ),
      pullQuote: ({value}: {readonly value: unknown}) => (
        <blockquote className="pull-quote">
          <p>{textOf(value, 'text')}</p>
          <footer>{textOf(value, 'attribution')}</footer>
        </blockquote>
      ),
      factBox: ({value}: {readonly value: unknown}) => (
        <section className="fact-box">
          <h2>{textOf(value, 'title')}</h2>
          {itemsOf(value, 'body').map((block) => (
            <p key={textOf(block, '_key')}>{blockText(block)}</p>
          ))}
        </section>
      ),
      relatedArticle: ({value}: {readonly value: unknown}) => {
        const title = textOf(value, 'title') || textOf(fieldOf(value, 'article'), 'headline')
        return title === '' ? null : <p className="link">{title}</p>
      },
      table: ({value}: {readonly value: unknown}) => (
        <table>
          <tbody>
            {itemsOf(value, 'rows').map((row) => (
              <tr key={textOf(row, '_key')}>
                {[...stringsOf(row, 'cells').entries()].map(([place, cell]) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ),
      embed: ({value}: {readonly value: unknown}) => (
        <p className="link">{textOf(value, 'title') || textOf(value, 'url')}</p>
      ),
    },
  }
}
