import 'server-only'

type Entry<T> = { thing: T; weight: number; timer: NodeJS.Timeout }
type Options = Readonly<{ most: number; idleMs: number }>

const stores = globalThis as unknown as { kept?: Map<string, Map<string, Entry<unknown>>> }

/**
 * Things that took long to work out, kept in memory for whoever asks again: the latest of them, until nobody has asked for
 * a while. Whatever is kept can be worked out again, here or by another server.
 *
 * @param name one store for the whole process, whichever bundle asks
 * @param options.most weight of all together; the latest stays whatever it weighs
 */
export function keptBy<T>(name: string, { most, idleMs }: Options) {
  stores.kept ??= new Map()
  const made = stores.kept.get(name) ?? new Map()
  stores.kept.set(name, made)
  const entries = made as Map<string, Entry<T>>
  const drop = (key: string) => {
    clearTimeout(entries.get(key)?.timer)
    entries.delete(key)
  }
  const set = (key: string, thing: T, weight: number) => {
    drop(key)
    // Never what keeps a process alive.
    const timer = setTimeout(() => entries.delete(key), idleMs).unref()
    entries.set(key, { thing, weight, timer })
    let all = [...entries.values()].reduce((sum, entry) => sum + entry.weight, 0)
    for (const [oldest, entry] of [...entries]) {
      if (all <= most || oldest === key) break
      drop(oldest)
      all -= entry.weight
    }
  }
  const get = (key: string): T | undefined => {
    const entry = entries.get(key)
    // Asked for, it is the latest again.
    if (entry) set(key, entry.thing, entry.weight)
    return entry?.thing
  }
  return { get, set, drop }
}
