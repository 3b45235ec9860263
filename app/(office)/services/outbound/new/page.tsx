import { forbidden } from 'next/navigation'
import { OutboundForm } from '@/components/outbound/outbound-parts'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('outbound.record')

export default async function NewOutboundPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'outbound.record') === null) forbidden()
  const t = translator(locale)
  return (
    <div>
      <BackBar href="/services/outbound" title={t('outbound.record')} t={t} />
      <div className="max-w-3xl px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/services/outbound" className="text-link">
            {t('outbound.back')}
          </Link>
        </p>
        <h1 className="pb-4 text-2xl font-semibold max-sm:sr-only">{t('outbound.record')}</h1>
        <OutboundForm row={null} formKey={issueFormKey(actor.userId)} today={businessDay()} t={t} />
      </div>
    </div>
  )
}
