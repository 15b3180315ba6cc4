import {
  Box,
  type BoxProps,
  Button,
  Card,
  Flex,
  Select,
  Stack,
  Text,
  TextArea,
  TextInput,
} from '@sanity/ui'
import {type SubmitEvent, useId, useRef, useState} from 'react'

import {faultText} from '../texts/fault-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'

/** What an editor fills in by name. */
export type Answers = Readonly<Record<string, string>>

export interface DecisionField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** `time` is a wall clock: `YYYY-MM-DDTHH:mm` */
  readonly kind: 'text' | 'choice' | 'time'
  readonly choices?: readonly {readonly title: string; readonly value: string}[]
  readonly initial: string
}

export interface DecisionFormProps {
  /** What will happen, in a sentence or two */
  readonly intro: string
  readonly fields: readonly DecisionField[]
  /** What is still wrong, in a sentence, by the name of the field */
  readonly check: (answers: Answers) => Answers
  /** What the answers come to, read out as it changes: a time with its zone */
  readonly outcome?: (answers: Answers) => string
  readonly confirm: string
  readonly tone: 'critical' | 'caution' | 'default'
  readonly onConfirm: (answers: Answers) => Promise<void>
  readonly onCancel: () => void
}

/** The questions of a decision. What is missing is said at its field, which gets the focus; what the lake refuses is said below. */
export function DecisionForm(props: DecisionFormProps) {
  const {intro, fields, check, outcome, confirm, tone, onConfirm, onCancel} = props
  const text = useDeskText()
  const sentence = useSentence()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(fields.map(({name, initial}) => [name, initial])),
  )
  const [errors, setErrors] = useState<Answers>({})
  const [failure, setFailure] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const found = check(answers)
    setErrors(found)
    const first = fields.find(({name}) => found[name] !== undefined)
    if (first) {
      form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus()
      return
    }
    setIsBusy(true)
    try {
      await onConfirm(answers)
    } catch (error) {
      setIsBusy(false)
      setFailure(sentence(faultText(error)))
    }
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={5}>
        <Text size={1}>{intro}</Text>
        {fields.map((field) => (
          <Question
            key={field.name}
            id={`${formId}-${field.name}`}
            field={field}
            answer={answers[field.name] ?? ''}
            error={errors[field.name]}
            onAnswer={(answer) => {
              setAnswers({...answers, [field.name]: answer})
              setFailure('')
            }}
          />
        ))}
        {outcome && (
          <Box as="output" aria-live="polite" style={block}>
            <Text size={1} weight="medium">
              {outcome(answers)}
            </Text>
          </Box>
        )}
        {failure !== '' && (
          <Card tone="critical" padding={3} radius={2} role="alert">
            <Text size={1}>{failure}</Text>
          </Card>
        )}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" text={text('decision.cancel')} type="button" onClick={onCancel} />
          {/* On the filled one of the other tones, white letters fall short of WCAG's 4.5 to 1 */}
          <Button
            mode={tone === 'default' ? 'default' : 'ghost'}
            tone={tone}
            text={confirm}
            type="submit"
            disabled={isBusy}
          />
        </Flex>
      </Stack>
    </form>
  )
}

interface QuestionProps {
  readonly id: string
  readonly field: DecisionField
  readonly answer: string
  readonly error: string | undefined
  readonly onAnswer: (answer: string) => void
}

function Question({id, field, answer, error, onAnswer}: QuestionProps) {
  const {name, label, hint, kind, choices = []} = field
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const common = {
    id,
    name,
    'value': answer,
    'aria-describedby': described,
    'aria-invalid': error !== undefined,
  }
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {hint !== undefined && (
        <Text size={1} muted id={`${id}-hint`}>
          {hint}
        </Text>
      )}
      {kind === 'text' && (
        <TextArea
          {...common}
          rows={3}
          onChange={({currentTarget}) => onAnswer(currentTarget.value)}
        />
      )}
      {kind === 'time' && (
        <TextInput
          {...common}
          type="datetime-local"
          onChange={({currentTarget}) => onAnswer(currentTarget.value)}
        />
      )}
      {kind === 'choice' && (
        <Select {...common} onChange={({currentTarget}) => onAnswer(currentTarget.value)}>
          {choices.map(({title, value}) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      )}
      {error !== undefined && (
        <Card tone="critical" padding={3} radius={2} role="alert" id={`${id}-error`}>
          <Text size={1}>{error}</Text>
        </Card>
      )}
    </Stack>
  )
}

const block: BoxProps['style'] = {display: 'block'}
