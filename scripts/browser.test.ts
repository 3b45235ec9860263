import { expect, test } from 'vitest'
import { prepareBrowser } from './browser.mjs'

type World = {
  browser?: boolean
  font?: boolean
  root?: boolean
  update?: boolean
  install?: boolean
  download?: boolean
}

/** A machine as it is, and what its commands would answer. */
function machineOf(world: World) {
  const ran: string[] = []
  const said: string[] = []
  let { browser = false, font = false } = world
  const run = (command: string, args: string[]) => {
    const packages = args.filter((arg) => /^(chromium|font)/.test(arg))
    ran.push(
      [command === 'apt-get' ? command : 'playwright', args.find((a) => /^[a-z]+$/.test(a)), ...packages].join(' '),
    )
    if (command !== 'apt-get') browser ||= world.download ?? false
    else if (args.includes('install') && world.install) {
      browser ||= packages.includes('chromium')
      font ||= packages.includes('fonts-noto-cjk')
    }
    return command !== 'apt-get'
      ? (world.download ?? false)
      : ((args.includes('update') ? world.update : world.install) ?? false)
  }
  return {
    ran,
    said: () => said.join('\n'),
    on: {
      hasBrowser: () => browser,
      hasChineseFont: () => font,
      mayApt: () => world.root ?? false,
      run,
      say: (line: string) => said.push(line),
    },
  }
}

test('a machine with browser and font is left alone', () => {
  const { on, ran, said } = machineOf({ browser: true, font: true, root: true })
  expect([prepareBrowser(on), ran, said()]).toEqual([true, [], ''])
})

test('a browser without a Chinese font gets the font alone', () => {
  const { on, ran } = machineOf({ browser: true, root: true, update: true, install: true })
  expect(prepareBrowser(on)).toBe(true)
  expect(ran).toEqual(['apt-get update', 'apt-get install fonts-noto-cjk fontconfig'])
})

test('where nothing may be installed a missing font is said, and the journeys run', () => {
  const { on, ran, said } = machineOf({ browser: true })
  expect([prepareBrowser(on), ran]).toEqual([true, []])
  expect(said()).toContain('fonts-noto-cjk')
})

test('lists that cannot be fetched are said, and the install is tried with those there are', () => {
  const { on, ran, said } = machineOf({ font: true, root: true, update: false, install: true })
  expect([prepareBrowser(on), ran]).toEqual([true, ['apt-get update', 'apt-get install chromium']])
  expect(said()).toContain('apt-get update 失败')
})

test('a failing apt is named, and the other way is tried', () => {
  const { on, ran, said } = machineOf({ root: true, update: true, install: false, download: true })
  expect(prepareBrowser(on)).toBe(true)
  expect(ran.at(-1)).toBe('playwright install chromium')
  expect(said()).toContain('apt-get install chromium fonts-noto-cjk fontconfig 失败')
})

test('when nothing helps it says what was tried and what to do', () => {
  const { on, said } = machineOf({ root: true })
  expect(prepareBrowser(on)).toBe(false)
  expect(said()).toMatch(/软件清单没有更新[\s\S]*没有下载成功[\s\S]*CHROMIUM_PATH/)
})
