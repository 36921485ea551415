import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['tests/cluster.ts'], hookTimeout: 180_000, testTimeout: 180_000 }

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'conformance/**/*.test.ts', 'tests/bounds/**/*.test.ts', 'tests/oracle/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          // Pure rooms keep no state, so their modules are read once and not again for every file.
          isolate: false,
          // A slow machine is not a fault: only what never ends is.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'db', include: ['src/**/*.db.test.ts'], ...database } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...database,
        },
      },
    ],
  },
})
