import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { Movement } from '@/lib/schemas/day'

/** Projects that came into the library or left it since the data line, with the reason that was given. */
export function MovementList({
  movements,
  today,
  t,
}: {
  movements: readonly Movement[]
  today: PlainDate
  t: Translator
}) {
  if (movements.length === 0) return null
  return (
    <section className="mb-7">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('day.office.movements', { n: movements.length })}
      </h2>
      <ul>
        {movements.map((movement) => (
          <li key={movement.id} className="border-b border-divider py-1.5">
            <Link href={`/projects/${movement.projectId}`} className="block truncate hover:text-link">
              {movement.project}
            </Link>
            <p className="text-xs text-ink-3">
              {t(`day.office.movement.${movement.kind}`)} {dayIn(movement.on, today)}
              {movement.reason && `　${movement.reason}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
