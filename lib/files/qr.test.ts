import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { qrModules } from './qr'

const ADDRESS = 'https://xmgj.erqi.example.gov.cn/r/7K3M2-9XQ4T'
const QUIET = 4
/** Points of a scan for every module: a code of 72 mm copied at some 100 dpi. */
const SCALE = 7

type Copy = Readonly<{ dark: number; light: number; noise: (at: number) => number }>

/** The code as a grey copy has it: pale ink on grey paper, with specks; blurred by a point all around. */
function copied(modules: readonly (readonly boolean[])[], { dark, light, noise }: Copy) {
  const size = (modules.length + 2 * QUIET) * SCALE
  const inked = (x: number, y: number) =>
    modules[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET] === true
  const pixels = new Uint8ClampedArray(size * size * 4)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      let ink = 0
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const)
        ink += inked(x + dx, y + dy) ? 1 : 0
      const at = (y * size + x) * 4
      const grey = light - ((light - dark) * ink) / 5 + noise(at)
      pixels.set([grey, grey, grey, 255], at)
    }
  return { pixels, size }
}

const read = (copy: ReturnType<typeof copied>) => jsQR(copy.pixels, copy.size, copy.size)

// Fixed specks: which of them a reader stumbles over is chance, and no law holds for all.
test.each([1, 271, 31_415, 577_215, 918_273])('a code reads from a pale copy with specks (%i)', (seed) => {
  let state = seed
  const noise = () => {
    state = (state * 48_271) % 2_147_483_647
    return (state % 41) - 20
  }
  expect(read(copied(qrModules(ADDRESS), { dark: 105, light: 205, noise }))?.data).toBe(ADDRESS)
})

test('a sixth of it may be pasted over', () => {
  const modules = qrModules(ADDRESS)
  const from = Math.floor(modules.length * 0.55)
  const pasted = modules.map((row, y) =>
    row.map((dark, x) => (x >= from && x < from + 9 && y >= from - 6 && y < from + 3 ? false : dark)),
  )
  expect(read(copied(pasted, { dark: 0, light: 255, noise: () => 0 }))?.data).toBe(ADDRESS)
})

test('at 72 mm a module is more than a millimetre and a half wide', () => {
  expect(72 / (qrModules(ADDRESS).length + 2 * QUIET)).toBeGreaterThan(1.5)
})
