import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

/** A page that is not there, or not for this role: what it means and where to go. */
export function DeadEnd({ kind, t }: { kind: 'notFound' | 'forbidden'; t: Translator }) {
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold">{t(`states.${kind}`)}</h1>
      <p className="mt-2 text-ink-2">{t(`states.${kind}Hint`)}</p>
      <Link href="/" className="btn mt-5">
        {t('states.toToday')}
      </Link>
    </div>
  )
}
