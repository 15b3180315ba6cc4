import {Button, Card, Stack, Text} from '@sanity/ui'

import {useDeskText} from '../texts/use-desk-text.ts'

interface UnderstoodProps {
  /** One sentence for each entry */
  readonly lines: readonly string[]
  /** Said where there is none */
  readonly empty: string
  readonly onUse: () => void
}

/** How a typed line was understood, told to screen readers as it changes, and the button that takes it. */
export function Understood({lines, empty, onUse}: UnderstoodProps) {
  const text = useDeskText()
  return (
    <Card padding={3} radius={2} border tone="primary">
      <Stack gap={4}>
        <div aria-live="polite">
          <Stack
            as="ul"
            gap={3}
            aria-label={text('credits.understood')}
            style={{listStyle: 'none', margin: 0, padding: 0}}
          >
            {[...new Set(lines.length === 0 ? [empty] : lines)].map((line) => (
              <Text as="li" size={1} key={line}>
                {line}
              </Text>
            ))}
          </Stack>
        </div>
        <div>
          <Button fontSize={1} padding={2} text={text('credits.use')} onClick={onUse} />
        </div>
      </Stack>
    </Card>
  )
}
