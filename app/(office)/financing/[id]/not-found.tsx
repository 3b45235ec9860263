import { Link } from '@/components/ui/link'
import { requireActor } from '@/lib/auth/require-actor'
import { translator } from '@/lib/i18n/translator'

/** A need that does not exist, was not recommended to the reader, or that its enterprise took back: one page for all of these. */
export default async function NeedGone() {
  const { locale } = await requireActor()
  const t = translator(locale)
  return (
    <div className="flex flex-col items-center px-6 pt-32 text-center">
      <h1 className="text-xl font-semibold">{t('financing.gone.title')}</h1>
      <p className="mt-2 max-w-md text-ink-2">{t('financing.gone.hint')}</p>
      <Link href="/" className="btn mt-5">
        {t('financing.gone.back')}
      </Link>
    </div>
  )
}
