import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useSchema} from 'sanity'

import type {Problem} from '../../schemas/rules/problem.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {fieldTitle} from './field-title.ts'
import {placeOfProblem} from './place-of-problem.ts'

interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly onOpen: (problem: Problem) => void
}

/** What the rules say of an article, the gravest first; each entry leads to where it is put right. */
export function ProblemList({problems, onOpen}: ProblemListProps) {
  const article = useSchema().get('article')
  const text = useDeskText()
  const sentence = useSentence()
  const where = (problem: Problem) => {
    const place = placeOfProblem(problem)
    if (place !== undefined) return text(placeTitles[place])
    return problem.path === '' ? '' : fieldTitle(article, problem.path)
  }
  return (
    <Stack gap={5}>
      {groups.map(({severity, tone, Icon}) => {
        const title = text(`problems.${severity}`)
        const group = problems.filter((problem) => problem.severity === severity)
        if (group.length === 0) return null
        return (
          <Stack key={severity} as="section" gap={3} aria-label={title}>
            <Text as="h2" size={1} weight="semibold">
              {title} ({group.length})
            </Text>
            <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
              {group.map((problem) => (
                <li key={`${problem.rule} ${problem.path} ${problem.message}`}>
                  <Card
                    as="button"
                    tone={tone}
                    padding={3}
                    radius={2}
                    border
                    style={{width: '100%'}}
                    data-problem={problem.rule}
                    onClick={() => onOpen(problem)}
                  >
                    <Flex gap={3}>
                      <Text size={1}>
                        <Icon />
                      </Text>
                      <Stack gap={2} flex={1}>
                        <Text size={1}>{sentence(problem.message)}</Text>
                        {where(problem) !== '' && (
                          <Text size={0} muted>
                            {where(problem)}
                          </Text>
                        )}
                      </Stack>
                    </Flex>
                  </Card>
                </li>
              ))}
            </Stack>
          </Stack>
        )
      })}
    </Stack>
  )
}

const placeTitles = {
  source: 'source.title',
  updates: 'updates.title',
  legalHold: 'record.label',
} as const

const groups = [
  {
    severity: 'error',
    tone: 'critical',
    Icon: ErrorOutlineIcon,
  },
  {severity: 'warning', tone: 'caution', Icon: WarningOutlineIcon},
  {severity: 'info', tone: 'primary', Icon: InfoOutlineIcon},
] as const
