import { FactList } from '@/components/financing/fact-list'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { PointDetail } from '@/lib/schemas/monitor-point'

/** Somebody of a point, with his number to be pressed. */
function Reach({ name, unit, phone }: { name: string; unit?: string | null; phone: string | null }) {
  return (
    <>
      {name}
      {unit && <span className="ml-2 text-sm text-ink-3">{unit}</span>}
      {phone && (
        <a href={`tel:${phone}`} className="flex min-h-6 items-center text-link max-sm:min-h-11">
          {phone}
        </a>
      )}
    </>
  )
}

/** Where a point is, who supervises there, and whom the commission sends. */
export function PointFacts({ point, today, t }: { point: PointDetail; today: PlainDate; t: Translator }) {
  const { enterprise } = point
  return (
    <>
      <FactList
        facts={[
          [t('point.column.kind'), t(`point.kind.${point.kind}`)],
          [
            t('point.facts.enterprise'),
            enterprise && (
              <Link href={`/enterprises/${enterprise.id}`} className="text-link">
                {enterprise.name}
              </Link>
            ),
          ],
          [t('point.column.supervisor'), <Reach key="s" {...point.supervisor} />],
          [t('point.column.contact'), <Reach key="c" {...point.contact} />],
          [t('point.facts.registeredOn'), dayIn(point.registeredOn, today)],
          [t('point.facts.openedOn'), point.openedOn && dayIn(point.openedOn, today)],
          [t('point.facts.closedOn'), point.closedOn && dayIn(point.closedOn, today)],
          [t('point.facts.closedReason'), point.closedReason],
        ]}
      />
      <p className="mt-3 text-sm text-ink-3">{t('point.facts.quiet')}</p>
    </>
  )
}
