import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { orgSearchText, personSearchText } from '@/lib/data/search-text'
import { addDays, addMonths, latest, monthOf, on, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { bankNamed, INVENTED_BANKS } from './demo-banks'
import type { Workshop } from './draft'
import { randomOf } from './random'
import { instantOn } from './timeline'

/**
 * Nine that are open, two on their way, one that has closed: its name, its streets, months since it opened.
 *
 * @source the customer's description: 9 家金融服务港湾
 */
const PLACES: readonly (readonly [name: string, address: string, streets: readonly string[], months: number | null])[] =
  [
    ['德化街金融服务港湾', '德化街100号演示大厦1层', ['德化街街道', '解放路街道'], 19],
    ['大学路金融服务港湾', '大学路中段演示广场2层', ['大学路街道', '淮河路街道'], 17],
    ['马寨产业金融服务港湾', '马寨镇演示产业园服务中心', ['马寨镇'], 16],
    ['京广路金融服务港湾', '京广南路演示中心1层', ['京广路街道', '福华街街道'], 14],
    ['嵩山路金融服务港湾', '嵩山南路演示大厦3层', ['嵩山路街道', '长江路街道'], 12],
    ['人和路金融服务港湾', '人和路演示综合体', ['人和路街道', '金水源街道'], 9],
    ['一马路金融服务港湾', '一马路演示商务楼', ['一马路街道', '铭功路街道'], 7],
    ['侯寨金融服务港湾', '侯寨演示便民中心', ['侯寨街道'], 5],
    ['五里堡金融服务港湾', '五里堡演示社区中心', ['五里堡街道', '蜜蜂张街道'], 3],
    ['建中街金融服务港湾', '建中街演示楼宇', ['建中街街道'], null],
    ['长江路科创金融服务港湾', '长江中路演示孵化器', ['长江路街道'], null],
  ]
const CLOSED = ['福华街金融服务港湾', '福华街演示门市', ['福华街街道']] as const
const SERVICES = ['融资咨询', '需求收集', '产品匹配', '上门走访', '政策宣讲', '续贷对接'] as const
/** People nobody is meant by, with telephone numbers of a block that is not handed out. */
const MANAGERS = ['苗青禾', '戚望舒', '祝南星', '颜知秋', '阮清越', '柯向晚', '尤长卿', '娄景和'] as const

/** 金融服务港湾 with what they did each month of the year so far. */
export async function writeHarbours(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, newId, orgIds, officeUserId } = shop
  const r = randomOf('harbours')
  const banks: string[] = []
  for (const name of INVENTED_BANKS) banks.push(await bankNamed(tx, shop, name))
  const bankOf = (i: number) => banks[i % banks.length] ?? ''
  const people = MANAGERS.map((name, i) => ({
    id: newId(),
    districtId,
    name,
    phone: `1300000${9_001 + i}`,
    title: '港湾服务专员',
    orgId: bankOf(i),
    searchText: personSearchText({ name }),
  }))
  await tx.person.createMany({ data: people })
  const streetOf = new Map(
    (await tx.org.findMany({ where: { districtId, kind: 'STREET' } })).map((o) => [o.name, o.id]),
  )
  const harbours: Prisma.HarbourCreateManyInput[] = []
  const streets: Prisma.HarbourStreetCreateManyInput[] = []
  const managers: Prisma.HarbourManagerCreateManyInput[] = []
  const months: (Prisma.HarbourMonthCreateManyInput & { id: string; month: Date })[] = []
  const steps: Prisma.HarbourMonthStepCreateManyInput[] = []
  const enter = (
    i: number,
    [name, address, serves]: readonly [string, string, readonly string[]],
    days: Readonly<{ openedOn: PlainDate | null; closedOn: PlainDate | null }>,
  ) => {
    const id = newId()
    const registeredOn = addDays(days.openedOn ?? addMonths(today, -2), -40)
    harbours.push({
      id,
      districtId,
      name,
      address,
      leadBankId: bankOf(i),
      services: r.shuffle(SERVICES).slice(0, r.int(3, 5)),
      registeredOn: toDb(registeredOn),
      openedOn: days.openedOn && toDb(days.openedOn),
      closedOn: days.closedOn && toDb(days.closedOn),
      closedReason: days.closedOn ? '场地到期，并入京广路港湾' : null,
      searchText: orgSearchText({ name, shortName: address }),
      createdAt: instantOn(registeredOn, i),
    })
    for (const street of serves) {
      const streetId = streetOf.get(street) ?? orgIds.get(street)
      if (streetId) streets.push({ harbourId: id, streetId })
    }
    for (const person of people.filter(({ orgId }) => orgId === bankOf(i)))
      managers.push({ harbourId: id, personId: person.id })
    if (!days.openedOn) return
    const first = latest(ymd(yearOf(today), 1, 1), on(`${monthOf(days.openedOn)}-01`))
    // The present month is reported when it is over.
    for (let month = first; monthOf(month) < monthOf(days.closedOn ?? today); month = addMonths(month, 1)) {
      const figures = { visits: r.int(8, 36), needs: r.int(2, 14), grantedFen: BigInt(r.int(4, 60)) * 50_000_000n }
      const monthId = newId()
      months.push({ id: monthId, harbourId: id, month: toDb(month), ...figures })
      const said = addMonths(month, 1)
      const step = { monthId, ...figures, on: toDb(said), at: instantOn(said, i), actorId: officeUserId }
      steps.push({ id: newId(), text: null, ...step })
    }
  }
  PLACES.forEach(([name, address, serves, ago], i) => {
    enter(i, [name, address, serves], { openedOn: ago === null ? null : addMonths(today, -ago), closedOn: null })
  })
  enter(PLACES.length, CLOSED, { openedOn: addMonths(today, -22), closedOn: addMonths(today, -4) })
  await tx.harbour.createMany({ data: harbours })
  await tx.harbourStreet.createMany({ data: streets })
  await tx.harbourManager.createMany({ data: managers })
  await tx.harbourMonth.createMany({ data: months })
  await tx.harbourMonthStep.createMany({ data: steps })
}
