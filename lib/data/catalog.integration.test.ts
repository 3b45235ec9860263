import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import { readCatalog } from './catalog'
import { discardCatalog, draftCatalog, editCatalogItem, publishCatalog } from './catalog-drafts'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { loadCatalogue } from './project-proposal'

const today = { today: START }
const NEXT = addDays(START, 7)

async function withDraft() {
  const d = await makeDistrict()
  const bizenv = { ...d.office, role: 'BIZENV' } as Actor
  const begun = await draftCatalog(d.office, {}, today)
  if (!begun.ok) throw new Error(begun.error.code)
  const draft = async () => {
    const catalog = await readCatalog(bizenv, begun.value.number, START)
    if (!catalog) throw new Error('no draft')
    return catalog
  }
  const edit = async (
    change: Readonly<{ promisedWd?: number; materials?: string[]; agencyId?: string; version?: number }>,
  ) => {
    const { shown, items } = await draft()
    const item = items.find((i) => i.code === 'GH01')
    const input = {
      versionId: shown.id,
      version: shown.version,
      code: 'GH01',
      promisedWd: item?.promisedWd ?? 0,
      materials: [...(item?.materials ?? [])],
      reason: '优化营商环境',
      source: '二七政〔2026〕12号',
      ...change,
    }
    return editCatalogItem(d.office, input as never, today)
  }
  const publish = async (effectiveOn = NEXT) => {
    const { shown } = await draft()
    return publishCatalog(bizenv, { versionId: shown.id, version: shown.version, effectiveOn, note: '' }, today)
  }
  return { ...d, bizenv, draft, edit, publish }
}

test('a version is drafted, changed with reason and source, and holds from its day; running projects keep theirs', async () => {
  const d = await withDraft()
  expect((await d.edit({ promisedWd: 5, materials: ['申请表', '承诺书'] })).ok).toBe(true)
  const { changes, shown } = await d.draft()
  expect(shown.state).toBe('DRAFT')
  expect(changes.map(({ code, changes: c, edits }) => [code, c, edits.map((e) => [e.by, e.reason, e.source])])).toEqual(
    [
      [
        'GH01',
        [
          { field: 'promisedWd', from: 7, to: 5 },
          { field: 'materials', added: ['申请表', '承诺书'], removed: [] },
        ],
        [['周办', '优化营商环境', '二七政〔2026〕12号']],
      ],
    ],
  )
  // A draft is nobody's rule yet.
  expect((await loadCatalogue(db, d.districtId, addDays(NEXT, 30)))?.number).toBe(1)
  expect((await d.publish()).ok).toBe(true)
  expect((await loadCatalogue(db, d.districtId, addDays(NEXT, -1)))?.number).toBe(1)
  const next = await loadCatalogue(db, d.districtId, NEXT)
  expect([next?.number, next?.items.find((i) => i.code === 'GH01')?.promisedWd]).toEqual([2, 5])
  const running = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id }, include: { item: true } })
  expect([running.promisedWd, running.item.promisedWd]).toEqual([7, 7])
  const states = (await readCatalog(d.steward, undefined, NEXT))?.versions.map((v) => [v.number, v.state])
  expect(states).toEqual([
    [2, 'CURRENT'],
    [1, 'PAST'],
  ])
  const audit = await db.auditEntry.findMany({
    where: { districtId: d.districtId, action: { startsWith: 'catalog.' } },
    orderBy: { id: 'asc' },
  })
  expect(audit.map((a) => a.action)).toEqual(['catalog.draft', 'catalog.edit', 'catalog.publish'])
})

test('what the law, the clock and a colleague forbid is refused in words, and changes nothing', async () => {
  const d = await withDraft()
  const code = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => (await answer).error?.code
  expect(await code(d.publish())).toBe('NO_CHANGE')
  expect(await code(d.edit({}))).toBe('NO_CHANGE')
  expect(await code(d.edit({ promisedWd: 21 }))).toBe('PROMISE_OVER_STATUTE')
  expect(await code(d.edit({ promisedWd: 3, version: 9 }))).toBe('CONFLICT')
  expect(await code(d.edit({ agencyId: (await makeDistrict()).first.agencyId ?? '' }))).toBe('AGENCY_MISSING')
  expect((await d.draft()).changes).toEqual([])
  expect((await d.edit({ promisedWd: 3 })).ok).toBe(true)
  expect(await code(d.publish(START))).toBe('EFFECTIVE_TOO_EARLY')
  const { shown } = await d.draft()
  const away = await makeDistrict()
  const input = { versionId: shown.id, version: shown.version, effectiveOn: NEXT, note: '' }
  expect(await code(publishCatalog({ ...away.office, role: 'BIZENV' } as Actor, input, today))).toBe('NOT_FOUND')
  expect(await code(publishCatalog(d.office, input, today))).toBe('FORBIDDEN')
  expect(await code(editCatalogItem(d.steward, {} as never, today))).toBe('FORBIDDEN')
  await db.catalogItem.updateMany({ where: { versionId: shown.id, code: 'GH01' }, data: { predecessors: ['TC05'] } })
  expect(await code(d.publish())).toBe('GRAPH_CYCLE')
  await db.catalogItem.updateMany({ where: { versionId: shown.id, code: 'GH01' }, data: { predecessors: [] } })
  expect((await d.publish()).ok).toBe(true)
  expect(await code(d.edit({ promisedWd: 2 }))).toBe('VERSION_PUBLISHED')
})

test('one draft at a time, seen by its keepers alone; thrown away it leaves its number free', async () => {
  const d = await withDraft()
  const again = await Promise.all([draftCatalog(d.office, {}, today), draftCatalog(d.bizenv, {}, today)])
  expect(again.map((a) => a.ok && a.value.number)).toEqual([2, 2])
  for (const actor of [d.steward, d.agency, { ...d.office, role: 'LEADER' } as Actor]) {
    expect((await readCatalog(actor, undefined, START))?.versions.map((v) => v.number)).toEqual([1])
    expect(await readCatalog(actor, 2, START)).toBeNull()
  }
  expect(await readCatalog(d.auditor, undefined, START)).toBeNull()
  const { shown } = await d.draft()
  expect((await discardCatalog(d.office, { versionId: shown.id, version: shown.version }, today)).ok).toBe(true)
  expect(await readCatalog(d.bizenv, 2, START)).toBeNull()
  const next = await draftCatalog(d.office, {}, today)
  expect(next.ok && next.value.number).toBe(2)
})
