// A browser for the journeys: Playwright's own if it was installed, else the system's, else Debian's.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of a system browser, or undefined when Playwright's own is there. */
export function browserPath() {
  if (fs.existsSync(chromium.executablePath())) return undefined
  return SYSTEM.find((p) => p && fs.existsSync(p))
}

const hasChineseFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()

/** Installs Debian's chromium and a Chinese font when there is neither and we may. */
export function ensureBrowser() {
  const found = fs.existsSync(chromium.executablePath()) || browserPath()
  const missing = [
    ...(found ? [] : ['chromium']),
    ...(process.platform === 'linux' && !hasChineseFont() ? ['fonts-noto-cjk', 'fontconfig'] : []),
  ]
  if (missing.length === 0) return
  if (process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  } else if (!found) {
    spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  }
  if (!fs.existsSync(chromium.executablePath()) && !browserPath()) {
    console.error('No browser found. Install Chromium, or set CHROMIUM_PATH to one.')
    process.exit(1)
  }
}
