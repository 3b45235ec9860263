import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { ClockCells } from '@/components/procedure/clock-cells'
import { QueueNext } from '@/components/procedure/queue-next'
import { itemName, queueReason } from '@/components/procedure/queue-text'
import { Remaining } from '@/components/procedure/remaining'
import { Ellipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/domain/access'
import { deskMoves, type RecordedMove } from '@/lib/domain/desk'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { DeskAddress, Told } from '@/lib/schemas/agency-day'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import { DESK_GRID } from './desk-grid'
import { deskHref } from './desk-link'
import { ToldLines } from './told-lines'

/** One procedure of a queue: a line on a desk, a card in a hand. */
export function DeskRow({
  row,
  told,
  address,
  role,
  days,
  primary,
  today,
  locale,
  children,
}: {
  row: QueueRow
  told: readonly Told[]
  address: DeskAddress
  role: Role
  days: 20 | 25
  /** The first thing to do on the page. */
  primary: boolean
  today: PlainDate
  locale: Locale
  /** The panel, when the row is open. */
  children: React.ReactNode
}) {
  const t = translator(locale)
  const item = itemName(row, locale)
  const open = children !== null
  return (
    <li
      id={`row-${row.id}`}
      className="scroll-mt-14 border-divider max-lg:mb-2 max-lg:border-y max-lg:bg-card max-lg:px-4 max-lg:py-3.5 lg:border-b"
    >
      <div className={`grid gap-y-1.5 lg:min-h-[60px] lg:items-center lg:py-1.5 ${DESK_GRID}`}>
        <span className="flex items-center gap-2">
          <Lamp level={row.level} size="m" t={t} />
          <span className={`text-lg lg:hidden why-${row.level}`}>{queueReason(row, locale)}</span>
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-2.5">
            <Link
              href={`/procedures/${row.id}`}
              className="text-lg font-semibold hover:text-link max-lg:w-full"
              aria-label={`${item}${t('shell.comma')}${row.project.name}`}
            >
              {item}
            </Link>
            <span className="text-ink-2 max-lg:flex-auto">{row.project.name}</span>
            <span className={`w-full max-lg:hidden why-${row.level}`}>{queueReason(row, locale)}</span>
            <span className="whitespace-nowrap text-ink-2 lg:hidden">
              <QueueNext row={row} today={today} locale={locale} />
            </span>
          </div>
          <ToldLines told={told} today={today} t={t} />
        </div>
        <Remaining row={row} t={t} className="max-lg:hidden" />
        <div>
          {row.clock && (
            <>
              <span className="max-lg:hidden">
                <ClockRuler clock={row.clock} t={t} />
              </span>
              <span className="block pt-1 lg:hidden">
                <ClockCells clock={row.clock} days={days} t={t} />
              </span>
            </>
          )}
        </div>
        <p className="max-lg:hidden">
          <QueueNext row={row} today={today} locale={locale} />
        </p>
        <Actions row={row} item={item} address={address} role={role} open={open} primary={primary} locale={locale} />
      </div>
      {children}
    </li>
  )
}

function Actions({
  row,
  item,
  address,
  role,
  open,
  primary,
  locale,
}: {
  row: QueueRow
  item: string
  address: DeskAddress
  role: Role
  open: boolean
  primary: boolean
  locale: Locale
}) {
  const t = translator(locale)
  if (open)
    return (
      <div className="flex lg:justify-end">
        <Link href={deskHref(address)} scroll={false} className="btn max-lg:flex-1">
          {t('desk.close')}
        </Link>
      </div>
    )
  // A head watches and gives out work; what only a handler does every day waits behind the “…”.
  const lead: readonly (RecordedMove | 'assign')[] =
    role === 'AGENCY_HEAD' ? ['assign'] : deskMoves(role, row.state).lead
  const said = (step: RecordedMove | 'assign') => (step === 'assign' ? t('desk.assign') : t(`procedure.move.${step}`))
  return (
    <div className="no-print flex gap-2 lg:justify-end">
      {lead.map((kind, i) => (
        <Link
          key={kind}
          href={deskHref(address, row.id, kind.toLowerCase())}
          scroll={false}
          aria-label={t('desk.rowAct', { move: said(kind), project: row.project.name, item })}
          className={clsx('btn max-lg:flex-1 max-lg:btn-big', primary && i === 0 && 'btn-primary')}
        >
          {kind === 'assign' ? t('desk.assign') : t(`desk.short.${kind as 'FINISH'}`)}
        </Link>
      ))}
      <Link
        href={deskHref(address, row.id, 'more')}
        scroll={false}
        aria-label={t('desk.moreLabel', { name: `${row.project.name} ${item}` })}
        className="btn w-8 border-transparent! px-0! text-ink-2 max-lg:w-12 max-lg:btn-big max-lg:border-divider!"
      >
        <Ellipsis size={18} aria-hidden="true" />
      </Link>
    </div>
  )
}
