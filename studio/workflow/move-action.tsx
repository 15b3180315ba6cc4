import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {Button, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'

import {workflowStates} from '../../schemas/documents/article-record.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {moveArticle} from './workflow-request.ts'

/** Hands an article on: from Incoming to the drafting desk, to the subs, to legal, to the list of what is ready. */
export const useMoveAction: DocumentActionComponent = ({id}) => {
  const [isOpen, setIsOpen] = useState(false)
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  const text = useDeskText()
  const current = textOf(useStoredDocuments([recordIdOf(id)])?.[0], 'workflowState')

  const move = async ({value, title}: (typeof workflowStates)[number]) => {
    setIsOpen(false)
    try {
      await moveArticle(client, id, value)
      toast.push({status: 'success', title: text('move.done', {state: title})})
    } catch (error) {
      toast.push({
        status: 'error',
        title: text('move.fault', {state: title}),
        description: String(error),
      })
    }
  }

  return {
    label: text('move.label'),
    icon: ArrowRightIcon,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: text('move.title'),
      width: 'small',
      onClose: () => setIsOpen(false),
      content: (
        <Stack gap={2}>
          {workflowStates.map((state) => (
            <Button
              key={state.value}
              mode={state.value === current ? 'default' : 'ghost'}
              disabled={state.value === current}
              text={state.value === current ? text('move.here', {state: state.title}) : state.title}
              onClick={() => void move(state)}
            />
          ))}
          {current === '' && (
            <Text size={1} muted>
              {text('move.nowhere')}
            </Text>
          )}
        </Stack>
      ),
    },
  }
}
