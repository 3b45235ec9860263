import { Phone } from '@/components/ui/icons'
import type { Translator } from '@/lib/i18n/translator'
import type { Reachable } from '@/lib/schemas/project-detail'

/** The one person to ask, one tap away. */
export function StewardCard({ steward, t }: { steward: Reachable | null; t: Translator }) {
  return (
    <section className="flex items-center gap-4 border-divider px-4 py-4 max-sm:border-b sm:px-6">
      {steward ? (
        <>
          <span aria-hidden="true" className="text-2xl font-semibold">
            1
          </span>
          <p className="min-w-0 flex-1">
            <b className="block text-lg">{steward.name}</b>
            <span className="text-sm text-ink-2">{t('contactDay.steward')}</span>
          </p>
          {steward.phone && steward.callable && (
            <a
              href={`tel:${steward.phone}`}
              className="btn max-sm:btn-big"
              aria-label={t('contactDay.callLabel', { name: steward.name })}
            >
              <Phone size={18} strokeWidth={1.5} aria-hidden="true" />
              {t('contactDay.call')}
            </a>
          )}
        </>
      ) : (
        <p className="text-ink-2">{t('contactDay.noSteward')}</p>
      )}
    </section>
  )
}
