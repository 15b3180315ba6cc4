import {defineConfig} from 'vitest/config'

import {LONGEST_WAIT} from './studio/testing/longest-wait.ts'

/** `check` runs `unit`; `npm test` and the gate run all of them. `crash` kills processes: a few times here, `npm run crash` a hundred times. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{schemas,ingest,queries,lake,scripts,studio}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts', '**/*.crash.test.ts'],
          // Tests are not timed: on a busy machine they take what they take.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['{lake,scripts}/**/*.crash.test.ts'],
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['studio/**/*.browser.test.ts'],
          globalSetup: 'studio/testing/build-studio.ts',
          fileParallelism: false,
          // As above: these end a test that can no longer pass, and say nothing of how quick the desk is
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: {poll: {timeout: LONGEST_WAIT}},
        },
      },
    ],
  },
})
