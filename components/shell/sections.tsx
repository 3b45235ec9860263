import {
  BookOpen,
  BookText,
  Building2,
  CalendarCheck,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardCheck,
  Eye,
  FileInput,
  FileText,
  HeartHandshake,
  type Icon,
  Landmark,
  MessageSquareWarning,
  Presentation,
  ScrollText,
  Send,
  SquareCheckBig,
  Store,
  Table2,
  TriangleAlert,
  UserRound,
  Users,
  Zap,
} from '@/components/ui/icons'
import { type Role, relationFor, SIGHT } from '@/lib/domain/access'
import { READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { SEES_EVENTS } from '@/lib/domain/finance-event-sight'
import { SEES_HARBOURS } from '@/lib/domain/harbour-sight'
import { SEES_RANKINGS } from '@/lib/domain/ranking/sight'
import {
  OPENS_NEEDS,
  SEES_ACCOUNTS,
  SEES_BOARD,
  SEES_COMPLAINTS,
  SEES_ENTERPRISES,
  SEES_FACTORS,
  SEES_FINANCING,
  SEES_INTENTS,
  SEES_MEETINGS,
  SEES_ORGS,
  SEES_OVERVIEW,
  SEES_PACKS,
  SEES_POINTS,
  SEES_PROMOTIONS,
  SEES_SERVICES,
  SEES_TASKS,
  SEES_UPGRADES,
  SEES_VISITS,
  SEES_WALKS,
} from '@/lib/domain/sight'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { SEES_SUPERVISION } from '@/lib/domain/supervision-sight'
import type { Translator } from '@/lib/i18n/translator'
import type { NavItem } from './nav'

type Section = Readonly<{
  href: NavItem['href']
  word: Parameters<Translator>[0]
  Icon: Icon
  mayOpen: (role: Role) => boolean
}>

/** The rooms of the house in the order of the rail, each with who has its key. */
const SECTIONS: readonly Section[] = [
  { href: '/', word: 'shell.today', Icon: CalendarCheck, mayOpen: () => true },
  { href: '/projects', word: 'shell.projects', Icon: Table2, mayOpen: (role) => SIGHT.project[role] !== undefined },
  { href: '/procedures', word: 'queue.nav', Icon: FileText, mayOpen: (role) => SIGHT.procedure[role] !== undefined },
  {
    href: '/issues',
    word: 'issueLedger.nav',
    Icon: MessageSquareWarning,
    mayOpen: (role) => SIGHT.project[role] !== undefined,
  },
  // Who has one project reads its colour there; the board compares many.
  { href: '/warnings', word: 'warnings.nav', Icon: TriangleAlert, mayOpen: (role) => SEES_BOARD.has(role) },
  { href: '/meetings', word: 'meeting.nav', Icon: Presentation, mayOpen: (role) => SEES_MEETINGS.has(role) },
  { href: '/tasks', word: 'task.nav', Icon: SquareCheckBig, mayOpen: (role) => SEES_TASKS.has(role) },
  { href: '/factors', word: 'factor.nav', Icon: Zap, mayOpen: (role) => SEES_FACTORS.has(role) },
  { href: '/enterprises', word: 'enterprise.nav', Icon: Store, mayOpen: (role) => SEES_ENTERPRISES.has(role) },
  { href: '/financing', word: 'financing.nav', Icon: Landmark, mayOpen: (role) => SEES_FINANCING.has(role) },
  { href: '/ranking', word: 'ranking.nav', Icon: ChartNoAxesColumn, mayOpen: (role) => SEES_RANKINGS.has(role) },
  { href: '/services', word: 'service.nav', Icon: HeartHandshake, mayOpen: (role) => SEES_OVERVIEW.has(role) },
  { href: '/supervision', word: 'supervision.nav', Icon: Eye, mayOpen: (role) => SEES_SUPERVISION.has(role) },
  { href: '/briefings', word: 'briefing.nav', Icon: BookText, mayOpen: (role) => READS_BRIEFINGS.has(role) },
  // Everybody who sees projects reads the catalogue by its address and from the help; its keepers have it at hand.
  {
    href: '/catalog',
    word: 'catalog.nav',
    Icon: BookOpen,
    mayOpen: (role) => relationFor(role, 'catalog.draft') !== null,
  },
  {
    href: '/imports',
    word: 'imports.nav',
    Icon: FileInput,
    mayOpen: (role) => relationFor(role, 'ledger.import') !== null,
  },
  {
    href: '/accounts',
    word: 'accounts.nav',
    Icon: Users,
    mayOpen: (role) => SEES_ACCOUNTS.has(role),
  },
  { href: '/orgs', word: 'orgs.nav', Icon: Building2, mayOpen: (role) => SEES_ORGS.has(role) },
  { href: '/changes', word: 'changes.nav', Icon: ClipboardCheck, mayOpen: (role) => SEES_ACCOUNTS.has(role) },
  {
    href: '/channels',
    word: 'channel.nav',
    Icon: Send,
    mayOpen: (role) => relationFor(role, 'channel.mail') !== null,
  },
  {
    href: '/audit',
    word: 'audit.nav',
    Icon: ScrollText,
    mayOpen: (role) => relationFor(role, 'audit.read') !== null,
  },
  {
    href: '/calendar',
    word: 'calendar.nav',
    Icon: CalendarDays,
    mayOpen: (role) => relationFor(role, 'calendar.import') !== null,
  },
]

/** Rooms within those rooms that have a key of their own. */
const WITHIN: readonly Readonly<{ href: string; key: ReadonlySet<Role> }>[] = [
  { href: '/meetings/history', key: SEES_MEETINGS },
  { href: '/financing/results', key: OPENS_NEEDS },
  { href: '/financing/harbours', key: SEES_HARBOURS },
  { href: '/financing/events', key: SEES_EVENTS },
  { href: '/services/appeals/credit', key: SEES_INTENTS },
  { href: '/services/walks', key: SEES_WALKS },
  { href: '/services/packs', key: SEES_PACKS },
  { href: '/services/visits', key: SEES_VISITS },
  { href: '/services/jobs', key: SEES_SERVICES },
  { href: '/services/outbound', key: SEES_SERVICES },
  { href: '/services/promotion', key: SEES_PROMOTIONS },
  { href: '/services/upgrades', key: SEES_UPGRADES },
  { href: '/supervision/slips', key: SEES_SLIPS },
  { href: '/supervision/complaints', key: SEES_COMPLAINTS },
  { href: '/supervision/points', key: SEES_POINTS },
]

const isIn = (room: string, address: string): boolean => new RegExp(`^${room}(?:[/?#]|$)`, 'u').test(address)

/** Whether a role may open an address, by the rooms it is in; one that is in none is nobody's. */
export const mayOpenAddress = (role: Role, address: string): boolean =>
  SECTIONS.some(({ href, mayOpen }) => href !== '/' && isIn(href, address) && mayOpen(role)) &&
  WITHIN.every(({ href, key }) => !isIn(href, address) || key.has(role))

/** What a role finds in the rail; what it may not open is not there. */
export const sectionsOf = (role: Role, t: Translator): NavItem[] =>
  SECTIONS.filter(({ mayOpen }) => mayOpen(role)).map(({ href, word, Icon }) => ({
    href,
    label: t(word),
    icon: <Icon size={20} strokeWidth={1.5} aria-hidden="true" />,
  }))

/** Everybody's own page; a tab on a phone, an entry of the account menu on a desk. */
export const ownPage = (t: Translator): NavItem => ({
  href: '/me',
  label: t('me.nav'),
  icon: <UserRound size={20} strokeWidth={1.5} aria-hidden="true" />,
})
