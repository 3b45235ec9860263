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
const FONTS = ['fonts-noto-cjk', 'fontconfig']

/** Path of a system browser, or undefined when Playwright's own is there. */
export function browserPath() {
  if (fs.existsSync(chromium.executablePath())) return undefined
  return SYSTEM.find((p) => p && fs.existsSync(p))
}

/** What installing a browser asks of this machine, and does to it. */
const machine = {
  hasBrowser: () => fs.existsSync(chromium.executablePath()) || browserPath() !== undefined,
  hasChineseFont: () =>
    process.platform !== 'linux' || Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()),
  mayApt: () => process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get'),
  /** Whether a command succeeded; what it says on stderr is shown. */
  run: (command, args) =>
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0,
  say: console.error,
}

// Another apt on the machine is waited for, and a mirror that stumbles is asked again.
const APT = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3']

/** Installs Debian packages; says which half failed. */
function apt(packages, { run, say }) {
  // Without lists apt knows no package; with old ones it asks for files that are gone. If the lists cannot be had, those
  // that are there may still do.
  const listed = run('apt-get', ['update', ...APT])
  if (!listed) say('apt-get update 失败（软件源不通？），用本机已有的软件清单继续。')
  if (run('apt-get', ['install', '--no-install-recommends', ...APT, ...packages])) return true
  say(`apt-get install ${packages.join(' ')} 失败。${listed ? '原因见上面。' : '软件清单没有更新，多半是这个原因。'}`)
  return false
}

/**
 * Sees to it that there is a browser and a Chinese font, installing what is missing where it may: Debian's packages as
 * root, else Playwright's own browser. A missing font is said and borne: only pictures look different without it.
 *
 * @returns whether there is a browser
 */
export function prepareBrowser(on = machine) {
  const wanted = () => [...(on.hasBrowser() ? [] : ['chromium']), ...(on.hasChineseFont() ? [] : FONTS)]
  const missing = wanted()
  if (missing.length === 0) return true
  if (on.mayApt()) {
    on.say(`测试缺少 ${missing.join(' ')}，正在安装`)
    apt(missing, on)
  }
  if (!on.hasBrowser()) {
    on.say('正在下载 Playwright 自带的浏览器')
    if (!on.run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']))
      on.say('Playwright 的浏览器没有下载成功（网络不通？）。')
  }
  const left = wanted()
  if (!on.hasChineseFont())
    on.say('没有中文字体，截图里的汉字会是方框；可安装 fonts-noto-cjk（sudo apt-get install fonts-noto-cjk）。')
  if (!left.includes('chromium')) return true
  on.say(
    '没有浏览器，浏览器测试跑不了。请任选一种：sudo apt-get install chromium fonts-noto-cjk；npx playwright install --with-deps chromium；或者用 CHROMIUM_PATH 指向已有的 Chromium。',
  )
  return false
}
