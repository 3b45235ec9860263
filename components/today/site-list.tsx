import { Lamp } from '@/components/level/lamp'
import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { Site } from '@/lib/schemas/day'

/** Sites worth a visit, each with why, the sheet to take along and the steward to call. */
export function SiteList({ sites, today, t }: { sites: readonly Site[]; today: PlainDate; t: Translator }) {
  return (
    <ul className="border-t border-control">
      {sites.map((site) => (
        <li
          key={site.id}
          className="grid grid-cols-[var(--col-lamp)_minmax(0,1fr)] items-center gap-x-3 gap-y-1 border-b border-divider py-2 lg:grid-cols-[var(--col-lamp)_minmax(0,1fr)_auto]"
        >
          <span className="max-lg:self-start">
            <Lamp level={site.level} t={t} />
          </span>
          <p className="min-w-0">
            <Link href={`/projects/${site.id}`} className="block hover:text-link lg:truncate">
              {site.name}
            </Link>
            <span className="text-sm text-ink-2">{why(site, today, t)}</span>
          </p>
          <p className="flex flex-wrap gap-2 max-lg:col-start-2">
            {site.steward?.phone && (
              <a
                href={`tel:${site.steward.phone}`}
                aria-label={t('day.leader.callLabel', { unit: site.name, name: site.steward.name })}
                className="btn"
              >
                <Phone size={16} strokeWidth={1.5} aria-hidden="true" />
                {site.steward.name}
              </a>
            )}
            <Link
              href={`/projects/${site.id}/sheet`}
              aria-label={t('day.leader.sheetLabel', { project: site.name })}
              className="btn"
            >
              {t('day.leader.sheet')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

function why(site: Site, today: PlainDate, t: Translator): string {
  if (site.started || !site.startOn) return t('day.group.building')
  return t(site.startOn < today ? 'day.group.startMissed' : 'day.group.startOn', { day: dayIn(site.startOn, today) })
}
