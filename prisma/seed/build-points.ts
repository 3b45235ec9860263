import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { newPlateCode } from '@/lib/data/plates'
import { orgSearchText, personSearchText } from '@/lib/data/search-text'
import type { PointKind } from '@/lib/domain/monitor-point'
import { addDays, addMonths } from '@/lib/domain/plain-date'
import type { CodePlateEnd, Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { randomOf } from './random'
import { instantOn } from './timeline'

/**
 * The eighteen points in the order of their numbers: name, kind, address, the street whose cadre supervises; at an enterprise
 * it is one of its own people, and the firm's name stands where `{firm}` is.
 *
 * @source the customer's description: 18 个营商环境监测点
 */
const POINTS: readonly (readonly [name: string, kind: PointKind, address: string, street: string | null])[] = [
  ['区政务服务大厅', 'HALL', '二七区政务服务中心一楼演示大厅', '大学路街道'],
  ['德化街商圈服务站', 'PARK', '德化街100号演示大厦1层', '德化街街道'],
  ['{firm}', 'ENTERPRISE', '解放路演示商务楼', null],
  ['二七商圈便民大厅', 'HALL', '解放路演示便民中心', '解放路街道'],
  ['{firm}', 'ENTERPRISE', '大学路演示广场', null],
  ['{firm}', 'ENTERPRISE', '马寨镇演示产业园1号', null],
  ['马寨产业园服务站', 'PARK', '马寨镇演示产业园服务中心', '马寨镇'],
  ['{firm}', 'ENTERPRISE', '马寨镇演示产业园9号', null],
  ['马寨标准厂房二期工地', 'SITE', '马寨镇演示路与工业路交叉口', '侯寨街道'],
  ['{firm}', 'ENTERPRISE', '京广南路演示中心', null],
  ['人和路科创园服务站', 'PARK', '人和路演示综合体', '人和路街道'],
  ['{firm}', 'ENTERPRISE', '嵩山南路演示大厦', null],
  ['侯寨生态城配套工地', 'SITE', '侯寨演示大道南段', '马寨镇'],
  ['{firm}', 'ENTERPRISE', '长江中路演示孵化器', null],
  ['火车站西广场服务站', 'PARK', '一马路演示商务楼', '一马路街道'],
  ['{firm}', 'ENTERPRISE', '淮河路演示楼宇', null],
  ['金水源安置区工地', 'SITE', '金水源演示路', '金水源街道'],
  ['侯寨便民服务大厅', 'HALL', '侯寨演示便民中心', '侯寨街道'],
]

/** Plates that were changed since: by number of the point, months ago, why, and how the old one ended. */
const CHANGED: Readonly<Record<number, readonly [monthsAgo: number, reason: string, how: CodePlateEnd]>> = {
  2: [6, '日晒褪色，扫不出来', 'REPLACED'],
  4: [4, '大厅改造，换了位置', 'REPLACED'],
  9: [2, '被广告覆盖，怀疑有人换码', 'REVOKED'],
  15: [1, '雨水浸坏', 'REPLACED'],
}
/** Points whose new plate has been made and does not hang yet. */
const CHANGING: Readonly<Record<number, string>> = { 11: '玻璃门更换，旧码牌要拆' }

/** People nobody is meant by, with telephone numbers of a block that is not handed out. */
const COMMISSION = ['詹望川', '柴同舟', '岳清晏', '屈知远', '祝以宁'] as const
const OF_FIRMS = ['苗予安', '项书言', '柯景行', '阮亦舒', '关若谷', '尤嘉木', '戚明远', '蒙初晴'] as const

/** 营商环境监测点 with their plates: 18 in use, a plate at each, some of them changed since they were hung up. */
export async function writePoints(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, newId, orgIds } = shop
  const r = randomOf('points')
  const commission = orgIds.get('纪委监督岗') ?? null
  const keeper = await tx.user.findFirstOrThrow({ where: { districtId, role: 'DISCIPLINE' }, orderBy: { id: 'asc' } })
  const cadres = new Map(
    (
      await tx.person.findMany({
        where: { districtId, org: { kind: 'STREET' } },
        select: { id: true, org: { select: { name: true } } },
        orderBy: { id: 'asc' },
      })
    ).map(({ id, org }) => [org?.name, id]),
  )
  // Those without a project: nothing of a real one is near a supervisor.
  const firms = await tx.enterprise.findMany({
    where: { districtId, projects: { none: {} } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: OF_FIRMS.length,
  })
  const person = (name: string, nth: number, home: Readonly<{ orgId?: string | null; enterpriseId?: string }>) => ({
    id: newId(),
    districtId,
    name,
    phone: `1300000${9_101 + nth}`,
    title: home.enterpriseId ? '特邀监督员' : '监督联系人',
    ...home,
    searchText: personSearchText({ name }),
  })
  const contacts = COMMISSION.map((name, i) => person(name, i, { orgId: commission }))
  const supervisors = firms.map(({ id }, i) => person(OF_FIRMS[i] ?? '', COMMISSION.length + i, { enterpriseId: id }))
  await tx.person.createMany({ data: [...contacts, ...supervisors] })
  const points: Prisma.MonitorPointCreateManyInput[] = []
  const plates: Prisma.CodePlateCreateManyInput[] = []
  let firmsTaken = 0
  POINTS.forEach(([named, kind, address, street], i) => {
    const number = i + 1
    const at = kind === 'ENTERPRISE' ? firmsTaken++ : null
    const firm = at === null ? undefined : firms[at]
    const supervisorId = (at === null ? cadres.get(street ?? '') : supervisors[at]?.id) ?? keeper.personId
    const name = named.replace('{firm}', firm?.name ?? `${address}监测点`)
    const openedOn = addDays(addMonths(today, -13), i * 4)
    const pointId = newId()
    points.push({
      id: pointId,
      districtId,
      number,
      name,
      kind,
      address,
      enterpriseId: firm?.id ?? null,
      supervisorId,
      contactId: contacts[i % contacts.length]?.id ?? keeper.personId,
      registeredOn: toDb(addDays(openedOn, -20)),
      openedOn: toDb(openedOn),
      searchText: orgSearchText({ name, shortName: address }),
      createdAt: instantOn(addDays(openedOn, -20), i),
    })
    const hang = (
      issued: typeof today,
      rest: Pick<Prisma.CodePlateCreateManyInput, 'postedOn' | 'reason' | 'endedOn' | 'end' | 'endReason'>,
    ) =>
      plates.push({
        id: newId(),
        pointId,
        code: newPlateCode(
          { districtId, pointId },
          Uint8Array.from({ length: 4 }, () => r.int(0, 255)),
        ),
        issuedOn: toDb(issued),
        issuedById: keeper.id,
        createdAt: instantOn(issued, i),
        ...rest,
      })
    const changed = CHANGED[number]
    const first = { postedOn: toDb(openedOn) }
    if (changed) {
      const [monthsAgo, reason, how] = changed
      const on = addMonths(today, -monthsAgo)
      hang(addDays(openedOn, -5), { ...first, endedOn: toDb(addDays(on, 3)), end: how, endReason: reason })
      hang(on, { postedOn: toDb(addDays(on, 3)), reason })
    } else hang(addDays(openedOn, -5), first)
    if (CHANGING[number]) hang(addDays(today, -3), { reason: CHANGING[number] })
  })
  await tx.monitorPoint.createMany({ data: points })
  await tx.codePlate.createMany({ data: plates })
}
