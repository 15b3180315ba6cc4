import {Text} from '@sanity/ui'

import {versionKinds} from '../../schemas/documents/source-text.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import type {OriginText} from './origin-texts.ts'
import {receivedAtText} from './received-at.ts'
import {percentOf, type WireShare} from './wire-share.ts'

/** Which text it is, where it came from, and how much of the body is still its own. */
export function SourceHeading({
  source: {fileName, provider, receivedAt, versionKind, versionNote, unmerged},
  share,
}: {
  readonly source: OriginText
  /** Of the whole body */
  readonly share: WireShare
}) {
  const text = useDeskText()
  const locale = useTimeLocale()
  const received =
    receivedAt === '' ? '' : text('source.received', {time: receivedAtText(receivedAt, locale)})
  const kind = versionKind === 'first' ? '' : choiceText(versionKinds, versionKind)
  const known = [provider, kind, versionNote.replace(/[\s:–—-]{1,9}$/u, ''), received].filter(
    (part) => part !== '',
  )
  return (
    <>
      <Text size={1} weight="medium">
        {fileName || text('source.no-file-name')}
      </Text>
      <Text size={1} muted>
        {known.join(' · ')}
      </Text>
      <Text size={1} muted>
        {unmerged !== undefined
          ? text(`source.unmerged-${unmerged}`)
          : share.words === 0
            ? text('source.empty-body')
            : text('source.share', {count: share.words, percent: percentOf(share)})}
      </Text>
    </>
  )
}
