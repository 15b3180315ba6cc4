import {defineConfig} from 'vitest/config'

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
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
