import {Badge, Flex} from '@sanity/ui'
import {StateLink} from 'sanity/router'
import {usePaneRouter, useStructureTool} from 'sanity/structure'
import {styled} from 'styled-components'

import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {ageText} from './age-text.ts'
import type {ArticleLine} from './article-line.ts'

interface ArticleListItemProps {
  readonly line: ArticleLine
  /** BCP 47 */
  readonly locale: string
  readonly now: Date
  readonly isOpen: boolean
}

/** One article in a list, a link to it. */
export function ArticleListItem({line, locale, now, isOpen}: ArticleListItemProps) {
  const text = useDeskText()
  const sentence = useSentence()
  const {routerPanesState, groupIndex} = usePaneRouter()
  const {features} = useStructureTool()
  const {id, headline, excerpt, byline, credit, section, at, badges, beside} = line
  // From the start: opened later, it would push the form aside under the mouse
  const params = beside !== undefined && features.resizablePanes ? {inspect: beside} : undefined
  const signed = [byline, credit].filter(Boolean)
  const about = [...(signed.length > 0 ? signed : [text('articles.unsigned')]), section].filter(
    Boolean,
  )
  return (
    <li>
      <ItemLink
        state={{
          panes: [...routerPanesState.slice(0, groupIndex + 1), [{id, ...(params && {params})}]],
        }}
        aria-current={isOpen ? 'page' : undefined}
      >
        <Title data-copy>
          {headline ||
            (excerpt === ''
              ? text('articles.no-headline')
              : text('articles.no-headline-but', {words: excerpt}))}
        </Title>
        <About>
          {about.map((part) => (
            <span key={part}>{part}</span>
          ))}
          {at !== undefined && (
            <time dateTime={new Date(at).toISOString()}>{ageText(now.getTime() - at, locale)}</time>
          )}
        </About>
        {badges.length > 0 && (
          <Flex gap={2} wrap="wrap" align="center">
            {badges.map(({key, values, detail, tone}) => (
              <Flex key={key} gap={2} align="center">
                <Badge tone={tone} fontSize={0} style={unbroken}>
                  {text(key, values)}
                </Badge>
                {detail !== undefined && <Detail>{sentence(detail)}</Detail>}
              </Flex>
            ))}
          </Flex>
        )}
      </ItemLink>
    </li>
  )
}

const ItemLink = styled(StateLink)`
  display: grid;
  gap: 5px;
  padding: 9px 10px;
  border-radius: 4px;
  color: var(--card-fg-color);
  text-decoration: none;
  border-bottom: 1px solid var(--card-border-color);

  &:hover {
    background: var(--card-muted-bg-color, rgba(110, 118, 131, 0.1));
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
  &[aria-current] {
    background: #12355b;
    color: #fff;
    --card-muted-fg-color: #dbe6f2;
  }
`

const Title = styled.span`
  font-size: 13px;
  line-height: 18px;
  font-weight: 500;
  overflow-wrap: anywhere;
`

const About = styled.span`
  font-size: 12px;
  line-height: 16px;
  color: var(--card-muted-fg-color);

  > * + *::before {
    content: ' · ';
  }
  > time {
    display: inline-block;
    white-space: pre;
  }
`

const unbroken = {flexShrink: 0, whiteSpace: 'nowrap'} as const

const Detail = styled.span`
  font-size: 11px;
  color: var(--card-muted-fg-color);
`
