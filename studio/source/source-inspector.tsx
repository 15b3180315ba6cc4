import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Box, Card, Stack, Text} from '@sanity/ui'
import {defineDocumentInspector, type DocumentInspectorProps, pathToString} from 'sanity'
import {DocumentInspectorHeader, useDocumentPane} from 'sanity/structure'

import {useArticleOrigins} from '../article/use-article-origins.ts'
import {useOpenField} from '../article/use-open-field.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {SourceView} from './source-view.tsx'

/** The received text beside the form. */
export const sourceInspector = defineDocumentInspector({
  name: 'source',
  component: SourceInspector,
  useMenuItem: () => ({
    title: useDeskText()('source.title'),
    icon: DocumentTextIcon,
    showAsAction: true,
  }),
})

function SourceInspector({documentId, onClose}: DocumentInspectorProps) {
  const text = useDeskText()
  const origins = useArticleOrigins(documentId)
  const {focusPath, formState, value} = useDocumentPane()
  const openField = useOpenField()

  return (
    <Card height="fill" display="flex" style={{flexDirection: 'column'}} borderLeft>
      <DocumentInspectorHeader
        as="header"
        title={text('source.title')}
        closeButtonLabel={text('source.close')}
        onClose={onClose}
      />
      <Box flex={1} overflow="auto" data-beside="source">
        {origins.type === 'received' && (
          <SourceView
            article={value}
            record={origins.record}
            isReadOnly={formState === null || formState.readOnly === true}
            texts={origins.texts}
            latest={origins.latest}
            focusedPath={pathToString(focusPath)}
            onOpenField={openField}
          />
        )}
        {origins.type === 'none' && (
          <Stack padding={4} gap={3}>
            <Text weight="medium">{text('source.none')}</Text>
            <Text muted size={1}>
              {text('source.none-hint')}
            </Text>
          </Stack>
        )}
        {origins.type === 'fault' && (
          <Card tone="critical" padding={4}>
            <Text size={1}>{origins.message}</Text>
          </Card>
        )}
      </Box>
    </Card>
  )
}
