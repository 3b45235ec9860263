import { defineConfig, devices } from '@playwright/test'
import { browserPath } from './scripts/browser.mjs'

const port = Number(process.env.TEST_PORT ?? 3100)
const root = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A hung page, not a slow machine, is what these end: nothing here asserts a time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // The page for a lost connection would answer in place of the server; its own journey lets it in.
    serviceWorkers: 'block',
    // A picture of what failed, beside Playwright's own account of the page. A trace copies every page at every step, for
    // all that go well too; who needs one asks for it: npx playwright test e2e/x.spec.ts --trace retain-on-failure
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      // Chromium refuses its sandbox to root; nothing but this product is opened.
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
      testIgnore: /\.phone\.spec/,
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
      testMatch: /\.phone\.spec/,
    },
  ],
  webServer: {
    // A district of its own each time: what one run changed must not meet the next.
    command: 'rm -rf .data/e2e && node scripts/start.mjs',
    url: `http://localhost:${port}/login`,
    env: { PORT: String(port), DATA_DIR: '.data/e2e', APP_TODAY: '2026-11-23' },
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'pipe',
    // The default, SIGKILL, would leave PostgreSQL running.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
