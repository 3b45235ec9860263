/** A source of numbers that gives the same row of them for the same seed. */
export type Random = Readonly<{
  /** Integer in [from, to]. */
  int: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (share: number) => boolean
  shuffle: <T>(list: readonly T[]) => T[]
}>

/** 32-bit FNV-1a of a text. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** mulberry32: small, and the same on every machine. */
export function randomOf(seed: string): Random {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (Math.max(to, from) - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list]
    const out: T[] = []
    while (left.length > 0) out.push(...left.splice(int(0, left.length - 1), 1))
    return out
  }
  return { int, pick, chance: (share) => next() < share, shuffle }
}

/** Ids of the shape of UUIDv7 that depend on the day and their order only, and sort as they were made. */
export function idsFrom(instant: Date): () => string {
  const time = instant.getTime().toString(16).padStart(12, '0')
  let count = 0
  return () => {
    count += 1
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`
  }
}
