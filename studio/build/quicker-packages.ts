import {fileURLToPath} from 'node:url'

import type {Plugin} from 'vite'

/** A line of a package that makes the Studio slow to open, and what stands there in the built Studio. */
interface Change {
  readonly file: RegExp
  readonly line: string
  readonly instead: string
}

const activityOnceShown = fileURLToPath(new URL('activity-once-shown.tsx', import.meta.url))

const componentStyleSheets = fileURLToPath(new URL('component-style-sheets.ts', import.meta.url))

const changes: readonly Change[] = [
  {
    file: /[\\/]styled-components\.browser\.esm\.js/u,
    line: '(e=(({useCSSOMInjection:e,target:t,nonce:n})=>e?new Oe(t,n):new Ee(t,n))(this.options),new pe(e))',
    instead: 'new ComponentStyleSheets()',
  },
  {
    file: /[\\/]styled-components\.browser\.esm\.js/u,
    line: 'import',
    instead: `import {ComponentStyleSheets} from ${JSON.stringify(componentStyleSheets)};import`,
  },
  {
    // React holds back what comes after a "loading" sign until 300 ms after the last such sign, against flicker. The Studio opens its
    // parts one within the other, each behind a sign of its own, and all of them are in the first chunk: the waits would add up.
    file: /[\\/]react-dom-client\.production\.js/u,
    line: 'globalMostRecentFallbackTime + 300 - now()',
    instead: 'globalMostRecentFallbackTime - now()',
  },
  // Sanity's menus and tooltips are rendered before anybody asks for them
  ...['getElementRef', 'popover', 'tooltip'].map((name) => ({
    file: new RegExp(`[\\\\/]@sanity[\\\\/]ui[\\\\/]dist[\\\\/]${name}(?:-[\\w-]{8})?\\.js`, 'u'),
    line: 'import { Activity, ',
    instead: `import { ActivityOnceShown as Activity } from ${JSON.stringify(activityOnceShown)};\nimport { `,
  })),
  // A tooltip asks how wide the page is when it is made and each time it is rendered, shown or not: the page is laid out each time
  ...[
    ['$[65] !== portalElement?.offsetWidth', '$[65] !== portalElement'],
    ['$[65] = portalElement?.offsetWidth', '$[65] = portalElement'],
    [
      'useLayoutEffect(t27, t28)',
      'useLayoutEffect(showTooltip ? t27 : () => {}, [boundaryElement, portalElement, showTooltip])',
    ],
  ].map(([line = '', instead = '']) => ({
    file: /[\\/]@sanity[\\/]ui[\\/]dist[\\/]tooltip\.js/u,
    line,
    instead,
  })),
]

/**
 * Takes work out of the built Studio that nobody sees and that an editor waits for.
 *
 * @throws Error while building, when a package no longer has the line: then see whether it still does that work
 */
export function quickerPackages(): Plugin {
  const made = new Set<Change>()
  return {
    name: 'quicker-packages',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const due = changes.filter(({file}) => file.test(id))
      if (due.length === 0) return undefined
      return due.reduce((changed, change) => {
        if (changed.includes(change.line)) made.add(change)
        return changed.replace(change.line, () => change.instead)
      }, code)
    },
    buildEnd(error) {
      const missed = changes.find((change) => !made.has(change))
      if (error !== undefined || missed === undefined) return
      throw new Error(
        `Cannot make the Studio quicker: no file ${String(missed.file)} has the line "${missed.line}" any more; look how it works now`,
      )
    },
  }
}
