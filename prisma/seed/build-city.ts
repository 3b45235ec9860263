import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { sealRanking } from '@/lib/data/ranking-seal'
import { writeCounted } from '@/lib/data/ranking-version'
import { orgSearchText, personSearchText } from '@/lib/data/search-text'
import { addMonths } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { type SmallDistrict, type SmallUnit, smallMonth } from './small-district'

const CITY = { code: '410100', name: '郑州市' } as const
/** A code no district has: its figures are made up, and no neighbour is meant. */
const SMALL = { code: '410199', name: '示例区' } as const
const PROJECTS = 12

/** The city above the demo district, and somebody in it who compares its districts. */
async function writeCityItself(tx: Tx, shop: Workshop): Promise<void> {
  const { today, newId } = shop
  const at = toDb(addMonths(today, -24))
  const cityId = newId()
  await tx.district.create({ data: { id: cityId, ...CITY, isDemo: true, createdAt: at } })
  await tx.district.update({ where: { id: shop.districtId }, data: { parentId: cityId } })
  const unit = { name: '市重点项目推进办公室', shortName: '市重点办' }
  const orgId = newId()
  await tx.org.create({
    data: { id: orgId, districtId: cityId, kind: 'LEADERSHIP', ...unit, searchText: orgSearchText(unit) },
  })
  const person = { id: newId(), name: '方明远', phone: '13000009001' }
  await tx.person.create({
    data: { ...person, districtId: cityId, orgId, title: '主任', searchText: personSearchText(person) },
  })
  const office = await tx.user.findUniqueOrThrow({ where: { id: shop.officeUserId } })
  const { passwordHash, passwordChangedAt, createdAt } = office
  await tx.user.create({
    data: {
      id: newId(),
      districtId: cityId,
      username: 'city',
      passwordHash,
      passwordChangedAt,
      createdAt,
      role: 'LEADER',
      personId: person.id,
      orgId,
    },
  })
}

/** A second, small district of the city, which has nothing here but the months it has published. */
async function writeSmallDistrict(tx: Tx, shop: Workshop): Promise<void> {
  const { newId } = shop
  const parent = await tx.district.findUniqueOrThrow({ where: { code: CITY.code }, select: { id: true } })
  const districtId = newId()
  await tx.district.create({
    data: { id: districtId, ...SMALL, isDemo: true, parentId: parent.id, createdAt: toDb(addMonths(shop.today, -24)) },
  })
  const addUnits = async (kind: 'OFFICE' | 'AGENCY' | 'TASKFORCE' | 'STREET', names: readonly string[]) => {
    const rows = names.map((name) => ({ id: newId(), name, shortName: name }))
    await tx.org.createMany({ data: rows.map((row) => ({ ...row, districtId, kind, searchText: orgSearchText(row) })) })
    return rows
  }
  const addPeople = async (title: string, names: readonly string[], orgId: string) => {
    const rows = names.map((name) => ({ id: newId(), name }))
    await tx.person.createMany({
      data: rows.map((row) => ({ ...row, districtId, title, orgId, searchText: personSearchText(row) })),
    })
    return rows
  }
  const [office] = await addUnits('OFFICE', ['示例区“双轮驱动”领导小组办公室'])
  if (!office) throw new Error('no office')
  const [signer] = await addPeople('办公室主任', ['成立行'], office.id)
  const district: SmallDistrict = {
    name: SMALL.name,
    stewards: await addPeople('项目管家', ['安思敏', '柏建新'], office.id),
    agencies: await addUnits('AGENCY', ['示例区住建局', '示例区资规局', '示例区政务服务局']),
    taskforces: await addUnits('TASKFORCE', ['示例区产业专班']),
    areas: await addUnits('STREET', ['示例区东街道', '示例区西街道']),
    projects: Array.from({ length: PROJECTS }, (_, i): SmallUnit => ({ id: newId(), name: `示例${i + 1}号项目` })),
  }
  const told = await tx.ranking.findMany({
    where: { districtId: shop.districtId, versions: { some: { signedAt: { not: null } } } },
    orderBy: { month: 'asc' },
    include: { versions: { where: { number: 1 } } },
  })
  for (const { versions, id: _, version, ...ranking } of told) {
    const [first] = versions
    if (!first?.signedAt || !signer) continue
    const counted = smallMonth(district, ranking.month)
    const [rankingId, versionId] = [newId(), newId()]
    await tx.ranking.create({ data: { ...ranking, version, id: rankingId, districtId } })
    await tx.rankingVersion.create({
      data: {
        id: versionId,
        rankingId,
        number: 1,
        content: counted.content as unknown as Prisma.InputJsonValue,
        rulesNumber: 0,
        colourRules: 0,
        asOf: first.asOf,
      },
    })
    await writeCounted(tx, versionId, counted)
    await sealRanking(tx, versionId, signer.id, first.signedAt)
  }
}

/**
 * The city of the demo district with a second, small district beside it: somebody has two to compare. It publishes the same
 * months; none of its facts are here, so every total of the demo stays the demo district's.
 */
export async function writeCity(tx: Tx, shop: Workshop): Promise<void> {
  await writeCityItself(tx, shop)
  await writeSmallDistrict(tx, shop)
}
