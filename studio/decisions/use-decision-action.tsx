import type {SanityClient} from '@sanity/client'
import {useToast} from '@sanity/ui/toast'
import {type ComponentType, useState} from 'react'
import {
  type DocumentActionDescription,
  type DocumentActionProps,
  useClient,
  useCurrentUser,
  useDocumentPairPermissions,
  useSyncState,
} from 'sanity'

import {type Answers, DecisionForm, type DecisionFormProps} from './decision-form.tsx'
import type {Decision} from './decision.ts'

interface DecisionActionOptions extends Pick<
  DecisionFormProps,
  'intro' | 'fields' | 'check' | 'outcome' | 'confirm' | 'tone'
> {
  readonly label: string
  readonly icon: ComponentType
  /** Why it cannot be done now, in a sentence; '' when it can */
  readonly hindrance: string
  readonly title: string
  /** What is said when it is done */
  readonly done: string
  readonly perform: (client: SanityClient, decision: Decision, answers: Answers) => Promise<void>
}

/** An entry of an article's menu that asks in a dialog before it acts; the answer `reason` goes into the decision. */
export function useDecisionAction(
  {id, type}: DocumentActionProps,
  options: DecisionActionOptions,
): DocumentActionDescription {
  const {label, icon, hindrance, title, done, perform, ...form} = options
  const [isOpen, setIsOpen] = useState(false)
  const client = useClient({apiVersion: '2025-02-19'})
  const user = useCurrentUser()
  const toast = useToast()
  const {isSyncing} = useSyncState(id, type)
  const [permissions] = useDocumentPairPermissions({id, type, permission: 'publish'})
  const close = () => {
    setIsOpen(false)
    // The menu entry that opened the dialog is gone
    document.querySelector<HTMLElement>('[data-testid="action-menu-button"]')?.focus()
  }

  return {
    label,
    icon,
    tone: form.tone,
    disabled: hindrance !== '' || isSyncing || permissions?.granted === false,
    ...(hindrance !== '' && {title: hindrance}),
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: title,
      width: 'medium',
      onClose: close,
      content: (
        <DecisionForm
          {...form}
          onCancel={close}
          onConfirm={async (answers) => {
            const decision = {
              by: user?.name ?? user?.id ?? '',
              at: new Date().toISOString(),
              reason: answers['reason']?.trim() ?? '',
            }
            await perform(client, decision, answers)
            close()
            toast.push({status: 'success', title: done})
          }}
        />
      ),
    },
  }
}
