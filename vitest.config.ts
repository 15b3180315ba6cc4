import {defineConfig} from 'vitest/config'

/** `check` runs `unit`; `npm test` and the gate run all of them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{schemas,ingest,queries,lake,scripts,studio}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts'],
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
