import type { EventFollowKind, FinanceEventKind, FinanceEventState, Industry } from '@/prisma/generated/client'

/** What was intended, in 万元, and what became of it so many days after: granted, paid, given up. */
export type IntentionStory = Readonly<{
  /** A firm by name; else one that came. */
  firm?: string
  bank: string | null
  wan: number
  follows: readonly (readonly [kind: EventFollowKind, after: number, wan: number | null, text?: string])[]
}>

/** An event of the demo: so many days from today, who was asked and who came. */
export type EventStory = Readonly<{
  theme: string
  kind: FinanceEventKind
  industry?: Industry
  days: number
  startsAt: string
  place: string
  state: FinanceEventState
  cancelReason?: string
  banks: readonly string[]
  named: readonly string[]
  /** Whether the firm of the account `contact` is asked. */
  withContact?: boolean
  invited: number
  came: number
  intentions: readonly IntentionStory[]
}>

/**
 * The event of the 三化改造 carries what the customer's own account says of it and nothing else: more than twenty firms, three
 * of them and two banks by name, and the 500万元 one firm intends, whose bank is not said.
 *
 * @source the customer's description: 三化改造对接活动
 */
export const EVENT_STORIES: readonly EventStory[] = [
  {
    theme: '先进制造业政银企对接会',
    kind: 'INDUSTRY',
    industry: 'MANUFACTURING',
    days: -95,
    startsAt: '09:30',
    place: '区政务服务中心三楼会议室',
    state: 'HELD',
    banks: ['演示银行', '示范农商银行', '样板城商银行'],
    named: [],
    invited: 16,
    came: 13,
    intentions: [
      {
        bank: '演示银行',
        wan: 800,
        follows: [
          ['NOTE', 31, null, '资料已收齐，正在尽调'],
          ['GRANT', 58, 600, '信用加担保'],
          ['NOTE', 62, null, '合同办理中'],
        ],
      },
      {
        bank: '示范农商银行',
        wan: 1200,
        follows: [
          ['GRANT', 30, 1000],
          ['PAY_NEW', 60, 700],
          ['PAY_NEW', 90, 300],
        ],
      },
      {
        bank: '样板城商银行',
        wan: 500,
        follows: [
          ['GRANT', 33, 500],
          ['PAY_RENEWED', 61, 500, '原有贷款到期续贷'],
        ],
      },
      {
        bank: '示范农商银行',
        wan: 300,
        follows: [['LAPSE', 35, null, '企业改用自有资金']],
      },
    ],
  },
  {
    theme: '商贸流通企业融资对接会',
    kind: 'INDUSTRY',
    industry: 'TRADE',
    days: -61,
    startsAt: '14:30',
    place: '德化街金融服务港湾',
    state: 'HELD',
    banks: ['演示银行', '例证银行'],
    named: [],
    invited: 14,
    came: 10,
    intentions: [
      {
        bank: '例证银行',
        wan: 400,
        follows: [
          ['NOTE', 30, null, '等企业补充流水'],
          ['GRANT', 52, 300],
        ],
      },
      { bank: '演示银行', wan: 260, follows: [['NOTE', 32, null, '已首次联系，准备资料']] },
      { bank: '例证银行', wan: 180, follows: [] },
    ],
  },
  {
    theme: '三化改造政银企对接活动',
    kind: 'UPGRADE',
    industry: 'MANUFACTURING',
    days: -34,
    startsAt: '15:00',
    place: '马寨产业集聚区企业服务中心',
    state: 'HELD',
    banks: ['中国银行', '民生银行'],
    named: ['新大方', '华中食品', '华都柜业', '启阳工控'],
    invited: 26,
    came: 23,
    intentions: [{ firm: '启阳工控', bank: null, wan: 500, follows: [] }],
  },
  {
    theme: '健康服务业融资对接会',
    kind: 'INDUSTRY',
    industry: 'HEALTH',
    days: 9,
    startsAt: '09:30',
    place: '大学路金融服务港湾',
    state: 'INVITED',
    banks: ['演示银行', '样板城商银行'],
    named: [],
    withContact: true,
    invited: 15,
    came: 0,
    intentions: [],
  },
  {
    theme: '马寨片区专精特新企业对接会',
    kind: 'AREA',
    days: 23,
    startsAt: '10:00',
    place: '马寨产业金融服务港湾',
    state: 'PREPARING',
    banks: [],
    named: [],
    invited: 6,
    came: 0,
    intentions: [],
  },
  {
    theme: '文旅企业银企座谈会',
    kind: 'INDUSTRY',
    industry: 'CULTURE',
    days: -15,
    startsAt: '15:00',
    place: '区政务服务中心三楼会议室',
    state: 'CANCELLED',
    cancelReason: '多数企业已有同周安排，并入下一场',
    banks: ['例证银行'],
    named: [],
    invited: 8,
    came: 0,
    intentions: [],
  },
]
