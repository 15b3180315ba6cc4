import {DesktopIcon} from '@sanity/icons/Desktop'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {Box, Button, Card, Flex, Text, useElementSize} from '@sanity/ui'
import {useState} from 'react'
import {defineDocumentInspector, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader, useDocumentPane} from 'sanity/structure'

import {useDeskText} from '../texts/use-desk-text.ts'
import {HoldNotice} from './hold-notice.tsx'
import {ReaderPage} from './reader-page.tsx'
import {SearchAndShare} from './search-and-share.tsx'
import {useReaderArticle} from './use-reader-article.ts'

/** The article beside its form as a reader will see it, with what search engines and shared links show of it. */
export const previewInspector = defineDocumentInspector({
  name: 'preview',
  component: PreviewInspector,
  useMenuItem: () => ({
    title: useDeskText()('preview.title'),
    icon: EyeOpenIcon,
    showAsAction: true,
  }),
})

function PreviewInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const [isPhone, setIsPhone] = useState(true)
  const text = useDeskText()
  const [screen, setScreen] = useState<HTMLElement | null>(null)
  const room = useElementSize(screen)?.content.width
  const {value} = useDocumentPane()
  const read = useReaderArticle(documentId, documentType)

  return (
    <Card height="fill" display="flex" style={{flexDirection: 'column'}} borderLeft>
      <DocumentInspectorHeader
        as="header"
        title={text('preview.title')}
        closeButtonLabel={text('preview.close')}
        onClose={onClose}
      />
      <Flex
        as="fieldset"
        gap={2}
        padding={3}
        aria-label={text('preview.width')}
        style={{border: 0, margin: 0}}
      >
        <Button
          mode={isPhone ? 'default' : 'ghost'}
          icon={MobileDeviceIcon}
          text={text('preview.phone')}
          aria-pressed={isPhone}
          onClick={() => setIsPhone(true)}
        />
        <Button
          mode={isPhone ? 'ghost' : 'default'}
          icon={DesktopIcon}
          text={text('preview.desktop')}
          aria-pressed={!isPhone}
          onClick={() => setIsPhone(false)}
        />
      </Flex>
      <Box flex={1} overflow="auto" data-testid="reader-preview" tabIndex={0} ref={setScreen}>
        {read.type === 'fault' && (
          <Card tone="critical" padding={4} role="alert">
            <Text size={1}>{read.message}</Text>
          </Card>
        )}
        {read.type === 'read' && (
          <>
            <HoldNotice article={value} />
            <ReaderPage article={read.article} width={isPhone ? 390 : 1024} room={room} />
            {read.article.pubStatus === 'usable' && <SearchAndShare article={read.article} />}
          </>
        )}
      </Box>
    </Card>
  )
}
