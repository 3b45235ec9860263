/** Why two enterprises may be one and the same. */
export type DuplicateReason = 'CODE' | 'NAME' | 'CONTAINED'

/** A core shorter than this is in too many names to mean anything. */
const SHORTEST_CORE = 4

/**
 * A name as duplicates are found by it: without punctuation, legal form, and the words 省 and 市 of its place. The database
 * keeps the same of every row (`enterprise_key`), and a test holds the two together.
 *
 * @example enterpriseKey('河南省郑州市致政家居（集团）股份有限公司') // '河南郑州致政家居'
 */
export const enterpriseKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]{}<>《》〈〉【】“”‘’"'·•.,、。;:!?\-_/\\&+*—]/g, '')
    .replace(/(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$/, '')
    .replace(/集团$/, '')
    .replace(/^(..)[省市]/u, '$1')
    .replace(/^(....)市/u, '$1')

/**
 * A key with the place at its end 泊谷信息技术（郑州） where other names have it, at the beginning; null for one too short to have
 * a name beside it.
 */
const turned = (key: string): string | null =>
  key.length >= SHORTEST_CORE + 2 ? `${key.slice(-2)}${key.slice(0, -2)}` : null

type Known = Readonly<{ name: string; creditCode: string | null }>

/**
 * Why two rows look like one enterprise; null when they do not, as when both have a credit code and they differ.
 *
 * @example duplicateReason({ name: '致政家居', creditCode: null }, { name: '郑州致政家居有限公司', creditCode: null }) // 'CONTAINED'
 */
export function duplicateReason(a: Known, b: Known): DuplicateReason | null {
  if (a.creditCode && b.creditCode) return a.creditCode === b.creditCode ? 'CODE' : null
  const [short = '', long = ''] = [enterpriseKey(a.name), enterpriseKey(b.name)].toSorted((x, y) => x.length - y.length)
  if (short !== '' && (short === long || turned(short) === long || turned(long) === short)) return 'NAME'
  return [...short].length >= SHORTEST_CORE && long.includes(short) ? 'CONTAINED' : null
}

/** A row as duplicates are looked for among all of them; `key` is that of its name. */
export type KeyedRow = Readonly<{ id: string; key: string; creditCode: string | null }>
/** Two rows that may be one, by their ids. */
export type TwinIds = Readonly<{ a: string; b: string; reason: DuplicateReason }>

const groupedBy = (
  rows: readonly KeyedRow[],
  of: (row: KeyedRow) => string | null,
): ReadonlyMap<string, KeyedRow[]> => {
  const groups = new Map<string, KeyedRow[]>()
  for (const row of rows) {
    const by = of(row)
    if (!by) continue
    const group = groups.get(by)
    if (group) group.push(row)
    else groups.set(by, [row])
  }
  return groups
}

/**
 * Rows that may be one enterprise 疑似重复, surest first, each pair once: of one credit code, of one key, or with a key within another,
 * where at most one of the two has a code. Every part of every key is looked up, so the effort grows with the rows and not
 * with their pairs.
 *
 * @param most pairs wanted; the rest comes when these are settled
 */
export function duplicatePairs(rows: readonly KeyedRow[], most: number): TwinIds[] {
  const pairs = new Map<string, TwinIds>()
  const add = (x: KeyedRow, y: KeyedRow, reason: DuplicateReason) => {
    const [a = '', b = ''] = [x.id, y.id].toSorted()
    const name = `${a} ${b}`
    if (a !== b && !pairs.has(name)) pairs.set(name, { a, b, reason })
  }
  const bothCoded = (x: KeyedRow, y: KeyedRow) => x.creditCode !== null && y.creditCode !== null
  const neighbours = (groups: ReadonlyMap<string, KeyedRow[]>, reason: DuplicateReason) => {
    for (const group of groups.values())
      for (const [i, row] of group.entries()) {
        const next = group[i + 1]
        if (next && (reason === 'CODE' || !bothCoded(row, next))) add(row, next, reason)
      }
  }
  neighbours(
    groupedBy(rows, ({ creditCode }) => creditCode),
    'CODE',
  )
  const byKey = groupedBy(rows, ({ key }) => key)
  neighbours(byKey, 'NAME')
  for (const row of rows)
    for (const other of byKey.get(turned(row.key) ?? '') ?? []) if (!bothCoded(row, other)) add(row, other, 'NAME')
  const uncoded = groupedBy(
    rows.filter(({ creditCode }) => creditCode === null),
    ({ key }) => key,
  )
  const [ofAll, ofUncoded] = [beginnings(byKey), beginnings(uncoded)]
  for (const row of rows) {
    if (pairs.size >= most) break
    // Of a row with a code only those without one can be the same.
    const [known, begins] = row.creditCode === null ? [byKey, ofAll] : [uncoded, ofUncoded]
    for (const part of partsOf(row.key, begins)) for (const other of known.get(part) ?? []) add(other, row, 'CONTAINED')
  }
  const rank: Readonly<Record<DuplicateReason, number>> = { CODE: 0, NAME: 1, CONTAINED: 2 }
  return [...pairs.values()].toSorted((x, y) => rank[x.reason] - rank[y.reason]).slice(0, most)
}

/** What keys begin with, and how long those are: nearly every part of a key is none, and is told so without being cut out. */
function beginnings(groups: ReadonlyMap<string, unknown>): ReadonlyMap<string, ReadonlySet<number>> {
  const begins = new Map<string, Set<number>>()
  for (const key of groups.keys()) {
    if (key.length < SHORTEST_CORE) continue
    const start = key.slice(0, SHORTEST_CORE)
    const lengths = begins.get(start)
    if (lengths) lengths.add(key.length)
    else begins.set(start, new Set([key.length]))
  }
  return begins
}

/** Parts of a key that can be the key of another row, the whole left out. */
function* partsOf(key: string, begins: ReadonlyMap<string, ReadonlySet<number>>): Generator<string> {
  for (let from = 0; from + SHORTEST_CORE <= key.length; from++)
    for (const length of begins.get(key.slice(from, from + SHORTEST_CORE)) ?? [])
      if (length < key.length && from + length <= key.length) yield key.slice(from, from + length)
}
