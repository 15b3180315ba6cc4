import {Box, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import {versionKinds} from '../../schemas/documents/source-text.ts'
import {blockText} from '../../schemas/portable-text.ts'
import {type Fields, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {receivedAtText} from '../source/received-at.ts'
import type {ReceivedText} from '../source/received-text.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import {agencyNote} from './agency-note.ts'
import type {WireUpdates} from './use-wire-updates.ts'
import {WireUpdateView} from './wire-update-view.tsx'

interface UpdateVersionsProps {
  readonly updates: WireUpdates & {readonly type: 'versions'}
  /** As the form shows it */
  readonly article: Fields
  readonly isPublished: boolean
  readonly isReadOnly: boolean
  readonly onOpenField: (path: string) => void
}

/** The newest version of the copy and what its agency says about it, against the one before or one that is chosen. */
export function UpdateVersions({updates, isPublished, ...view}: UpdateVersionsProps) {
  const text = useDeskText()
  const locale = useTimeLocale()
  const {record, versions, notices, names} = updates
  const [chosen, setChosen] = useState<string>()
  const after = versions.at(-1)
  const older = versions.slice(0, -1)
  const before = older.find((version) => version.text.id === chosen) ?? older.at(-1)
  const isKilled = textOf(view.article, 'pubStatus') === 'canceled'
  const isWaiting = isPublished && textOf(view.article, '_id').startsWith('drafts.')
  return (
    <>
      <Stack gap={4} padding={4} paddingTop={2} paddingBottom={0}>
        {notices.map((notice) => (
          <Card key={notice.id} tone="critical" padding={3} radius={2} border>
            <Stack gap={3}>
              <AgencyNote
                version={notice}
                title={text('updates.notice', noticeOf(notice, locale))}
              />
              {itemsOf(notice.snapshot, 'body').map((block) => (
                <Text key={textOf(block, '_key')} size={1}>
                  {blockText(block)}
                </Text>
              ))}
              {notice.versionKind === 'kill' && !isKilled && (
                <Text size={1} weight="medium">
                  {text('updates.kill-hint')}
                </Text>
              )}
            </Stack>
          </Card>
        ))}
        {after && before && (
          <>
            <AgencyNote
              version={after.text}
              title={[after.text.provider, describe(after.text, locale)]
                .filter(Boolean)
                .join(' · ')}
            />
            <Flex align="center" gap={3}>
              <Text size={1} muted>
                {text('updates.compared-with')}
              </Text>
              <Box flex={1}>
                <Select
                  fontSize={1}
                  padding={2}
                  aria-label={text('updates.compared-with')}
                  value={before.text.id}
                  disabled={older.length === 1}
                  onChange={({currentTarget}) => setChosen(currentTarget.value)}
                >
                  {older.map((version, index) => (
                    <option key={version.text.id} value={version.text.id}>
                      {text('updates.version', {number: index + 1})} ·{' '}
                      {describe(version.text, locale)}
                    </option>
                  ))}
                </Select>
              </Box>
            </Flex>
            {isWaiting && (
              <Card tone="caution" padding={3} radius={2} border>
                <Text size={1}>{text('updates.readers-wait')}</Text>
              </Card>
            )}
          </>
        )}
      </Stack>
      {after && before && (
        <WireUpdateView
          key={`${before.text.id} ${after.text.id}`}
          {...view}
          articleId={textOf(view.article, '_id')}
          record={record}
          before={before}
          after={after}
          names={names}
        />
      )}
    </>
  )
}

function AgencyNote({version, title}: {readonly version: ReceivedText; readonly title: string}) {
  const text = useDeskText()
  const note = version.isSameText ? '' : agencyNote(version)
  return (
    <Stack gap={3}>
      <Text size={1} muted>
        {title}
      </Text>
      {note === '' ? (
        <Text size={1} muted>
          {text(version.isSameText ? 'updates.same-text' : 'updates.no-note')}
        </Text>
      ) : (
        <Text size={2} weight="medium">
          {text('updates.agency-says')}: “{note}”
        </Text>
      )}
    </Stack>
  )
}

/** `Update · 23 Nov 2026, 20:01 GMT` */
function describe({versionKind, receivedAt}: ReceivedText, locale: string): string {
  return [choiceText(versionKinds, versionKind), receivedAt && receivedAtText(receivedAt, locale)]
    .filter(Boolean)
    .join(' · ')
}

function noticeOf({versionKind, receivedAt}: ReceivedText, locale: string) {
  return {
    kind: choiceText(versionKinds, versionKind),
    at: receivedAt === '' ? '' : receivedAtText(receivedAt, locale),
  }
}
