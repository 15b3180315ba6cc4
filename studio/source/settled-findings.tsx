import {Stack, Text} from '@sanity/ui'

import {findingStates} from '../../schemas/objects/finding.ts'
import {itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {Decide, Decision} from './source-styles.ts'
import type {SourceDesk} from './use-source-desk.ts'

/** What editors said to the doubts, and the way to ask again; closed until somebody looks. */
export function SettledFindings({
  record,
  desk,
}: {
  readonly record: unknown
  readonly desk: SourceDesk
}) {
  const text = useDeskText()
  const sentence = useSentence()
  const settled = itemsOf(record, 'findings').filter(
    (finding) => textOf(finding, 'state') !== 'open',
  )
  if (settled.length === 0) return null
  return (
    <details>
      <summary>
        <Text size={1} muted as="span" style={{display: 'inline-block'}}>
          {text('source.settled', {count: settled.length})}
        </Text>
      </summary>
      <Stack as="ul" gap={2} paddingY={2} style={{listStyle: 'none', margin: 0, paddingLeft: 0}}>
        {settled.map((finding) => {
          const key = textOf(finding, '_key')
          const answer = itemsOf(record, 'resolutions').find(
            (resolution) => textOf(resolution, '_key') === `${key}-answer`,
          )
          const state = choiceText(findingStates, textOf(finding, 'state'))
          const note = textOf(answer, 'note')
          const how = note === '' ? state : text('source.chosen', {chosen: `“${sentence(note)}”`})
          const said = [how, textOf(answer, 'by')].filter(Boolean)
          return (
            <Decision as="li" key={key}>
              {sentence(textOf(finding, 'message'))} — {said.join(' · ')}
              <Decide type="button" disabled={desk.isBusy} onClick={() => void desk.askAgain(key)}>
                {text('source.ask-again')}
              </Decide>
            </Decision>
          )
        })}
      </Stack>
    </details>
  )
}
