import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import type {InputProps} from 'sanity'
import {IntentLink} from 'sanity/router'

import {importOutcomes} from '../../schemas/objects/import-item.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {choiceText, newsroomText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {MOST_RUN_ITEMS, type RunItem, useRunItems} from './use-run-items.ts'

/** Form input of an import run: what became of each text, what went wrong or waits for a person first, with the way to its article. */
export function RunInput(props: InputProps) {
  const text = useDeskText()
  const {value} = props
  const {items, fault} = useRunItems(textOf(value, '_id'), textOf(value, 'finishedAt'))
  return (
    <Stack gap={5}>
      <Stack as="section" gap={3} aria-label={text('run.receipt')}>
        <Text as="h2" size={1} weight="medium">
          {text('run.receipt')}
        </Text>
        {fault !== undefined && (
          <Card tone="critical" padding={3} radius={2} border role="alert">
            <Text size={1}>{fault}</Text>
          </Card>
        )}
        {items && (
          <Stack as="ul" gap={2} style={plainList}>
            {items.map((item, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a text may be in a run twice, and nothing here moves
              <RunItemRow key={index} item={item} />
            ))}
          </Stack>
        )}
        {items?.length === 0 && (
          <Text size={1} muted>
            {text('run.no-items')}
          </Text>
        )}
        {items && items.length >= MOST_RUN_ITEMS && (
          <Text size={1} muted>
            {text('run.more')}
          </Text>
        )}
      </Stack>
      {props.renderDefault(props)}
    </Stack>
  )
}

function RunItemRow({item}: {readonly item: RunItem}) {
  const {path, outcome, reason, articleId, headline} = item
  return (
    <Card as="li" padding={3} radius={2} border>
      <Stack gap={2}>
        <Flex gap={2} align="center" wrap="wrap">
          <Badge tone={tones[outcome] ?? 'default'} fontSize={0}>
            {choiceText(importOutcomes, outcome)}
          </Badge>
          <Text size={1} weight="medium">
            {articleId === '' ? (
              path
            ) : (
              <IntentLink
                data-copy
                intent="edit"
                params={{id: articleId, type: 'article'}}
                style={{overflowWrap: 'anywhere'}}
              >
                {headline || path}
              </IntentLink>
            )}
          </Text>
        </Flex>
        {headline !== '' && (
          <Text size={1} muted>
            {path}
          </Text>
        )}
        {reason !== '' && <Text size={1}>{newsroomText(reason)}</Text>}
      </Stack>
    </Card>
  )
}

const tones: Readonly<Record<string, 'critical' | 'caution' | 'positive' | 'primary'>> = {
  failed: 'critical',
  refused: 'critical',
  conflict: 'caution',
  created: 'positive',
  updated: 'primary',
  merged: 'primary',
}

const plainList = {listStyle: 'none', margin: 0, padding: 0} as const
