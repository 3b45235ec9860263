import { RulerScale } from '@/components/level/clock-ruler'
import { cellScale } from '@/components/procedure/cell-scale'
import type { Role } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { DeskAddress, Told } from '@/lib/schemas/agency-day'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import { DESK_GRID } from './desk-grid'
import { DeskRow } from './desk-row'

/** Procedures with what to do in the row itself; one of them may be open, with its panel inside. */
export function DeskList({
  rows,
  told = [],
  address,
  role,
  panel,
  today,
  locale,
}: {
  rows: readonly QueueRow[]
  told?: readonly Told[]
  address: DeskAddress
  role: Role
  /** What stands inside the open row. */
  panel: React.ReactNode
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const days = cellScale(rows)
  const nothingOpen = !rows.some((row) => row.id === address.open)
  return (
    <div>
      <div className={`hidden border-b border-control pb-1 text-xs text-ink-3 lg:grid lg:items-end ${DESK_GRID}`}>
        <span>{t('workbench.column.level')}</span>
        <span>{t('queue.column.item')}</span>
        <span className="text-right">{t('queue.column.remaining')}</span>
        <RulerScale />
        <span>{t('queue.column.next')}</span>
        <span className="sr-only">{t('desk.act')}</span>
      </div>
      <ul className="max-lg:bg-page">
        {rows.map((row, i) => (
          <DeskRow
            key={row.id}
            row={row}
            told={told.filter((line) => line.procedureId === row.id)}
            address={address}
            role={role}
            days={days}
            primary={i === 0 && nothingOpen}
            today={today}
            locale={locale}
          >
            {row.id === address.open ? panel : null}
          </DeskRow>
        ))}
      </ul>
    </div>
  )
}
