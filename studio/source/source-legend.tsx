import {useDeskText} from '../texts/use-desk-text.ts'
import {ForScreenReaders, Legend, Swatch} from './source-styles.ts'
import {type Destination, destinations, type Gap, type Stretch} from './stretch.ts'

/** What the colours mean, of those in the text, with how many stretches each has. */
export function SourceLegend({tiles}: {readonly tiles: readonly (Stretch | Gap)[]}) {
  const text = useDeskText()
  const counts = new Map<Destination, number>()
  for (const tile of tiles) {
    if (tile.type === 'stretch')
      counts.set(tile.destination, (counts.get(tile.destination) ?? 0) + 1)
  }
  return (
    <Legend aria-label={text('source.legend')}>
      {destinations.map((destination) => {
        const count = counts.get(destination)
        if (count === undefined) return null
        return (
          <li key={destination}>
            <Swatch $destination={destination} aria-hidden />
            {destination === 'removed' ? (
              <del>{text('destination.removed')}</del>
            ) : (
              text(`destination.${destination}`)
            )}{' '}
            <span aria-hidden>{count}</span>
            <ForScreenReaders>{text('source.stretches', {count})}</ForScreenReaders>
          </li>
        )
      })}
    </Legend>
  )
}
