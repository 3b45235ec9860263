import { describe, expect, test } from 'vitest'
import {
  keysOf,
  makeKey,
  newPassphrase,
  openLetter,
  openNote,
  openPhoto,
  rewrap,
  sealLetter,
  sealNote,
  secretBy,
  secretByShares,
} from '@/components/report/vault'
import { sealLetter as sealOnArrival, sealPhoto } from '@/lib/data/sealed-letter'

const PASSPHRASE = '清风正气 二七区 2026'
const letter = {
  way: 'CODE' as const,
  about: '某局窗口',
  text: '办证时索要好处',
  point: null,
  realName: { name: '张三', contact: '138' },
}
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'))

async function keyOf(passphrase: string, before: Uint8Array | null = null, number = 1) {
  const made = await makeKey(passphrase, before)
  const key = { id: `key ${number}`, number, ...made }
  const seed = await secretBy(made, passphrase)
  if (!seed) throw new Error('the passphrase does not open it')
  return { made, key, seed }
}

describe('a key of the commission', () => {
  test('opens by its passphrase, typed with or without blanks around it, and by no other', async () => {
    const { made, key, seed } = await keyOf(PASSPHRASE)
    expect(await secretBy(made, ` ${PASSPHRASE} `)).toEqual(seed)
    expect(await secretBy(made, `${PASSPHRASE}!`)).toBeNull()
    const pair = (await keysOf(seed, key, [key]))[0]?.[1].pair
    if (!pair) throw new Error('no pair')
    const sealed = Buffer.from(await sealOnArrival(bytesOf(made.publicKey), letter)).toString('base64')
    expect(await openLetter(pair, sealed)).toEqual(letter)
    expect(await openLetter(pair, await sealLetter(letter, made.publicKey))).toEqual(letter)
    expect(await openNote(pair, await sealNote('已约谈', made.publicKey))).toBe('已约谈')
    const photo = { mime: 'image/png', bytes: Uint8Array.of(1, 10, 0, 128, 0) }
    expect(await openPhoto(pair, await sealPhoto(bytesOf(made.publicKey), photo))).toEqual(photo)
  })

  test('a letter somebody changed by one bit, or that is another’s, does not open', async () => {
    const [mine, other] = [await keyOf(PASSPHRASE), await keyOf(PASSPHRASE)]
    const pair = (await keysOf(mine.seed, mine.key, [mine.key]))[0]?.[1].pair
    if (!pair) throw new Error('no pair')
    const sealed = await sealOnArrival(bytesOf(mine.made.publicKey), letter)
    sealed[100] = (sealed[100] ?? 0) ^ 1
    expect(await openLetter(pair, Buffer.from(sealed).toString('base64'))).toBeNull()
    const theirs = await sealOnArrival(bytesOf(other.made.publicKey), letter)
    expect(await openLetter(pair, Buffer.from(theirs).toString('base64'))).toBeNull()
  })

  test('its length tells nothing about a letter', async () => {
    const { made } = await keyOf(PASSPHRASE)
    const lengths = ['短', '长'.repeat(500)].map((text) => sealOnArrival(bytesOf(made.publicKey), { ...letter, text }))
    const [short, long] = await Promise.all(lengths)
    expect(short?.length).toBe(long?.length)
  })
})

describe('a passphrase nobody knows any more', () => {
  test('any two of three shares open the key, and a new passphrase takes its place', async () => {
    const { made, key, seed } = await keyOf(PASSPHRASE)
    const [a = '', b = '', c = ''] = made.shares
    for (const two of [
      [a, b],
      [b, c],
      [c, a],
    ])
      expect(await secretByShares(key, two)).toEqual(seed)
    const again = await rewrap(seed, '另一个口令 足够长 2027')
    expect(await secretBy(again, '另一个口令 足够长 2027')).toEqual(seed)
    expect(await secretBy(again, PASSPHRASE)).toBeNull()
  })

  test('a slip of the pen is found in its share; the same share twice, or one of another key, opens nothing', async () => {
    const { made, key } = await keyOf(PASSPHRASE)
    const [a = '', b = ''] = made.shares
    const slip = `${a.slice(0, 5)}${a[5] === '7' ? '8' : '7'}${a.slice(6)}`
    expect(await secretByShares(key, [b, slip])).toEqual({ slip: 1 })
    expect(await secretByShares(key, [a, a])).toBe('OTHERS')
    const other = await keyOf(PASSPHRASE)
    expect(await secretByShares(key, [a, other.made.shares[1] ?? ''])).toBe('OTHERS')
  })
})

test('a key that follows another opens what was sealed to both, and one begun anew its own only', async () => {
  const first = await keyOf('第一个口令 足够长 2025', null, 1)
  const second = await keyOf(PASSPHRASE, first.seed, 2)
  const keys = [second.key, first.key]
  expect((await keysOf(second.seed, second.key, keys)).map(([id]) => id)).toEqual(['key 2', 'key 1'])
  const old = (await keysOf(second.seed, second.key, keys))[1]?.[1].pair
  const sealed = Buffer.from(await sealOnArrival(bytesOf(first.made.publicKey), letter)).toString('base64')
  expect(old && (await openLetter(old, sealed))).toEqual(letter)
  const anew = await keyOf(PASSPHRASE, null, 2)
  expect((await keysOf(anew.seed, anew.key, [anew.key, first.key])).map(([id]) => id)).toEqual(['key 2'])
})

test('a passphrase the browser makes is long, and never the same', () => {
  const made = new Set(Array.from({ length: 50 }, newPassphrase))
  expect(made.size).toBe(50)
  for (const passphrase of made) expect(passphrase).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
})
