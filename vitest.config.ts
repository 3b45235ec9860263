import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
/** Children that hang, take too much or die, and are ended: half a minute in which no day is looked at. */
const NO_ZONE = ['lib/files/apart.test.ts']
// Two projects: pure rules (no I/O, run under three time zones by `npm test`) and integration tests that need
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
          exclude: ['**/*.integration.test.ts', ...(process.env.ZONE_AGAIN ? NO_ZONE : [])],
          // Pure rules hold nothing a file could leave to the next: they are loaded once a worker, not once a file.
          isolate: false,
          // Files made to hurt take longer on a busy machine than the default allows.
          testTimeout: 120_000,
          // Left alone, vitest keeps a processor for itself: on a machine of two, half of it idles.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.integration.test.ts', 'scripts/**/*.integration.test.ts'],
          globalSetup: ['scripts/test-database.ts'],
          setupFiles: ['lib/data/own-database.fixture.ts'],
          // These end what hangs; six demo districts on a machine at work for others take their minutes.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Each may hold two pools of ten connections, a child process its own; the server takes sixty.
          maxWorkers: 2,
        },
      },
    ],
  },
})
