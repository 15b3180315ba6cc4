import {getPublishedId} from '@sanity/client/csm'
import {Box, Button, Card, Stack, Text} from '@sanity/ui'
import {type KeyboardEvent, useMemo, useState} from 'react'
import type {UserComponent} from 'sanity/structure'
import {styled} from 'styled-components'

import {textOf} from '../../schemas/rules/narrow.ts'
import {heldBackIn} from '../schedule/read-schedules.ts'
import {useSchedules} from '../schedule/schedules-context.tsx'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import {articleLine, isOutToday} from './article-line.ts'
import {ArticleListItem} from './article-list-item.tsx'
import {ArticleListTools} from './article-list-tools.tsx'
import {type DeskList, deskLists} from './desk-lists.ts'
import {moveFocus} from './move-focus.ts'
import {useArticles} from './use-articles.ts'
import {useNow} from './use-now.ts'
import {useSettled} from './use-settled.ts'

/** Articles that a list shows at first and with each "Show more". */
const PAGE = 50

/** A list of articles: `options.list` names it, see `deskLists`. */
export const ArticleList: UserComponent = ({options, childItemId}) => {
  const id = textOf(options, 'list')
  const list = deskLists.find((candidate) => candidate.id === id)
  if (!list) throw new Error(`Cannot open the list "${id}": deskLists has no such list`)
  // The pane stays when another list is chosen: what was sought and found belongs to the one before
  return <OneList key={id} list={list} openId={childItemId} />
}

interface OneListProps {
  readonly list: DeskList
  readonly openId: string | undefined
}

function OneList({list, openId}: OneListProps) {
  const text = useDeskText()
  const locale = useTimeLocale()
  const now = useNow()
  const [wishes, setWishes] = useState({words: '', wireSource: '', publication: ''})
  const [limit, setLimit] = useState(PAGE)
  const [tries, setTries] = useState(0)
  const words = useSettled(wishes.words.trim(), 250)
  const schedules = useSchedules()
  const stopped = useMemo(() => (list.stopped ? heldBackIn(schedules) : none), [list, schedules])
  const {rows, broken, fault} = useArticles(list, {...wishes, words, limit, stopped}, now, tries)

  const read = rows?.filter((row) => list.today === undefined || isOutToday(row, now))
  const hasMore = (rows?.length ?? 0) > limit
  const shown = read?.slice(0, limit)
  const isWished = Object.values(wishes).some(Boolean)
  const title = text(`list.${list.id}`)

  return (
    <Box
      as="section"
      aria-label={title}
      data-testid="article-list"
      aria-busy={shown === undefined}
      onKeyDown={handleKeys}
    >
      <Tools>
        <ArticleListTools title={title} wishes={wishes} onChange={setWishes} />
      </Tools>
      {fault !== undefined && (
        <Box padding={3}>
          <Card tone="critical" padding={3} radius={2} border role="alert">
            <Stack gap={3}>
              <Text size={1} weight="medium">
                {text('articles.fault')}
              </Text>
              <Text size={1}>{fault}</Text>
              <Button
                mode="ghost"
                text={text('articles.try-again')}
                onClick={() => setTries(tries + 1)}
              />
            </Stack>
          </Card>
        </Box>
      )}
      <Status>
        {shown === undefined
          ? fault === undefined && text('articles.loading')
          : hasMore
            ? text('articles.count-more', {count: shown.length})
            : shown.length > 0 && text('articles.count', {count: shown.length})}
      </Status>
      {shown?.length === 0 && (
        <Box padding={4}>
          <Text size={1} muted>
            {text(isWished ? 'empty.search' : `empty.${list.id}`)}
          </Text>
        </Box>
      )}
      {shown && shown.length > 0 && (
        <Items aria-label={title}>
          {shown.map((row) => {
            const id = getPublishedId(textOf(row, '_id'))
            const stops = {schedule: schedules.get(id), brokenRules: broken.get(id)}
            const line = articleLine({...row, ...stops}, list, now, locale)
            return (
              <ArticleListItem
                key={line.id}
                line={line}
                locale={locale}
                now={now}
                isOpen={line.id === openId}
              />
            )
          })}
        </Items>
      )}
      {hasMore && (
        <Box padding={3}>
          <Button
            mode="ghost"
            width="fill"
            text={text('articles.more')}
            onClick={() => setLimit(limit + PAGE)}
          />
        </Box>
      )}
    </Box>
  )
}

const none: readonly string[] = []

function handleKeys(event: KeyboardEvent<HTMLElement>): void {
  if (moveFocus(event.currentTarget, event.key)) event.preventDefault()
}

const Tools = styled.div`
  position: sticky;
  top: 0;
  z-index: 1;
  background: var(--card-bg-color);
`

const Items = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0 4px 8px;
`

const Status = styled.output`
  display: block;
  margin: 0;
  padding: 2px 12px 8px;
  min-height: 18px;
  font-size: 12px;
  line-height: 18px;
  color: var(--card-muted-fg-color);
`
