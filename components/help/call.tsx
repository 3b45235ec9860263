import { Phone } from '@/components/ui/icons'
import type { Translator } from '@/lib/i18n/translator'

/** Whom to call: the help line, or whom to ask where a district has none. */
export function Call({ phone, name, t }: { phone: string | null; name?: string; t: Translator }) {
  if (!phone) return <p className="text-ink-2">{t('help.askSomebody', { who: t('help.askOffice') })}</p>
  return (
    <p>
      {name ?? t('help.helpLine')}{' '}
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className="inline-flex min-h-6 items-center gap-1 text-link">
        <Phone size={16} strokeWidth={1.5} aria-hidden="true" />
        {phone}
      </a>
    </p>
  )
}
