import { Call } from '@/components/help/call'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

/** A page that is not there, or not for this role: what it means, where to go, whom to call and with which number. */
export function DeadEnd({
  kind,
  number,
  call,
  t,
}: {
  kind: 'notFound' | 'forbidden' | 'moveForbidden'
  number: string
  call: Readonly<{ phone: string | null; name?: string }>
  t: Translator
}) {
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center gap-2 px-6 text-center">
      <h1 className="text-xl font-semibold">{t(`states.${kind}`)}</h1>
      <p className="text-ink-2">{t(`states.${kind}Hint`)}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-3">
        <Link href="/" className="btn">
          {t('states.toToday')}
        </Link>
        <Link href="/help" className="btn">
          {t('help.title')}
        </Link>
      </p>
      <div className="mt-2 text-sm text-ink-3">
        <Call {...call} t={t} />
        <p>{t('states.reference', { number })}</p>
      </div>
    </div>
  )
}
