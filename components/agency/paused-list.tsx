import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { itemName } from '@/components/procedure/queue-text'
import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/domain/access'
import { deskMoves } from '@/lib/domain/desk'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { DeskAddress, Told } from '@/lib/schemas/agency-day'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import { deskHref } from './desk-link'
import { ToldLines } from './told-lines'

/** Clocks that stand: with the applicant, or in a special procedure. Coming back is one move. */
export function PausedList({
  rows,
  told,
  address,
  role,
  panel,
  today,
  locale,
}: {
  rows: readonly QueueRow[]
  told: readonly Told[]
  address: DeskAddress
  role: Role
  panel: React.ReactNode
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {rows.map((row) => {
        const open = row.id === address.open
        const [back] = deskMoves(role, row.state).lead
        const item = itemName(row, locale)
        return (
          <li key={row.id} id={`row-${row.id}`} className="scroll-mt-14 border-b border-divider">
            <div className="grid grid-cols-[var(--col-lamp-quiet)_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 py-2 lg:grid-cols-[var(--col-lamp-quiet)_minmax(0,1fr)_184px_230px_112px] lg:gap-x-3 lg:py-1">
              <Lamp level={row.level} quiet t={t} />
              <span className="two-lines">
                <Link
                  href={`/procedures/${row.id}`}
                  aria-label={`${item}${t('shell.comma')}${row.project.name}`}
                  className="hover:text-link"
                >
                  {item}
                </Link>
                <span className="ml-2.5 text-ink-2">{row.project.name}</span>
              </span>
              <span className="max-lg:hidden">{row.clock && <ClockRuler clock={row.clock} t={t} />}</span>
              <span className="min-w-0 max-lg:col-span-2 max-lg:col-start-2 max-lg:row-start-2">
                {t(row.state === 'SPECIAL' ? 'desk.waitsSpecial' : 'desk.waitsApplicant')}
                <span className="ml-2 text-xs text-ink-3">
                  {row.dueOn === null || row.remaining === null
                    ? t('desk.noLimit')
                    : t(row.remaining < 0 ? 'desk.limitOver' : 'desk.limit', {
                        day: dayIn(row.dueOn, today),
                        n: Math.abs(row.remaining),
                      })}
                  <Provisional when={row.dueProvisional} t={t} />
                </span>
              </span>
              <span className="flex justify-end">
                {open ? (
                  <Link href={deskHref(address)} scroll={false} className="btn">
                    {t('desk.close')}
                  </Link>
                ) : (
                  back && (
                    <Link
                      href={deskHref(address, row.id, back.toLowerCase())}
                      scroll={false}
                      aria-label={t('desk.rowAct', {
                        move: t(`procedure.move.${back}`),
                        project: row.project.name,
                        item,
                      })}
                      className="btn"
                    >
                      {t(`desk.short.${back as 'FINISH'}`)}
                    </Link>
                  )
                )}
              </span>
            </div>
            <ToldLines told={told.filter((line) => line.procedureId === row.id)} today={today} t={t} />
            {open && panel}
          </li>
        )
      })}
    </ul>
  )
}
