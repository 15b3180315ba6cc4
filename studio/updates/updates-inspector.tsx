import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {Box, Card, Stack, Text} from '@sanity/ui'
import {
  defineDocumentInspector,
  type DocumentInspectorMenuItem,
  type DocumentInspectorProps,
  type DocumentInspectorUseMenuItemProps,
} from 'sanity'
import {DocumentInspectorHeader, useDocumentPane} from 'sanity/structure'

import {itemsOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useOpenField} from '../article/use-open-field.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {hasOpenConflict} from './conflicts.ts'
import {UpdateVersions} from './update-versions.tsx'
import {useWireUpdates} from './use-wire-updates.ts'

/** What a new version of the copy changed, beside the form. */
export const updatesInspector = defineDocumentInspector({
  name: 'updates',
  component: UpdatesInspector,
  useMenuItem: useUpdatesItem,
})

/** Offered where the agency has sent a story more than once; it warns while an editor has to decide. */
function useUpdatesItem({
  documentId,
}: DocumentInspectorUseMenuItemProps): DocumentInspectorMenuItem {
  const text = useDeskText()
  const record = useStoredDocuments([recordIdOf(documentId)])?.[0]
  return {
    title: text('updates.title'),
    icon: SplitVerticalIcon,
    showAsAction: true,
    hidden: itemsOf(record, 'origins').length < 2,
    ...(hasOpenConflict(record) && {tone: 'caution'}),
  }
}

function UpdatesInspector({onClose}: DocumentInspectorProps) {
  const text = useDeskText()
  const {formState, value, editState} = useDocumentPane()
  const openField = useOpenField()
  const updates = useWireUpdates(value)

  return (
    <Card height="fill" display="flex" style={{flexDirection: 'column'}} borderLeft>
      <DocumentInspectorHeader
        as="header"
        title={text('updates.title')}
        closeButtonLabel={text('updates.close')}
        onClose={onClose}
      />
      <Box flex={1} overflow="auto" data-beside="updates">
        {updates.type === 'loading' && (
          <Box padding={4}>
            <Text size={1} muted>
              {text('updates.loading')}
            </Text>
          </Box>
        )}
        {updates.type === 'none' && (
          <Stack padding={4} gap={3}>
            <Text weight="medium">{text('updates.none')}</Text>
            <Text muted size={1}>
              {text('updates.none-hint')}
            </Text>
          </Stack>
        )}
        {updates.type === 'fault' && (
          <Card tone="critical" padding={4} role="alert">
            <Text size={1}>{updates.message}</Text>
          </Card>
        )}
        {updates.type === 'versions' && (
          <UpdateVersions
            updates={updates}
            article={value}
            isPublished={Boolean(editState?.published)}
            isReadOnly={formState === null || formState.readOnly === true}
            onOpenField={openField}
          />
        )}
      </Box>
    </Card>
  )
}
