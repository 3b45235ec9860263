import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
// Two projects: pure rules (no I/O, run under three time zones by scripts/check.mjs) and integration tests that need
// the embedded PostgreSQL (run by `npm test`).
export default defineConfig({
  resolve: { alias: { '@': root, 'server-only': path.join(root, 'node_modules/server-only/empty.js') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'messages/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts'],
          // Files made to hurt take longer on a busy machine than the default allows.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.integration.test.ts', 'scripts/**/*.integration.test.ts'],
          globalSetup: ['scripts/test-database.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
