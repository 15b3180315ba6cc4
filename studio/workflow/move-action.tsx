import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {Button, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'

import {workflowStates} from '../../schemas/documents/article-record.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {faultText} from '../texts/fault-text.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {moveArticle} from './workflow-request.ts'

/** Hands an article on: from Incoming to the drafting desk, to the subs, to legal, to the list of what is ready. */
export const useMoveAction: DocumentActionComponent = ({id}) => {
  const [isOpen, setIsOpen] = useState(false)
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  const text = useDeskText()
  const current = textOf(useStoredDocuments([recordIdOf(id)])?.[0], 'workflowState')

  const move = async (value: (typeof workflowStates)[number]['value']) => {
    const state = choiceText(workflowStates, value)
    setIsOpen(false)
    try {
      await moveArticle(client, id, value)
      toast.push({status: 'success', title: text('move.done', {state})})
    } catch (error) {
      toast.push({
        status: 'error',
        title: text('move.fault', {state}),
        description: faultText(error),
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
          {workflowStates.map(({value}) => {
            const state = choiceText(workflowStates, value)
            return (
              <Button
                key={value}
                mode={value === current ? 'default' : 'ghost'}
                disabled={value === current}
                text={value === current ? text('move.here', {state}) : state}
                onClick={() => void move(value)}
              />
            )
          })}
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
