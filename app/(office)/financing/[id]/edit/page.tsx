import { notFound } from 'next/navigation'
import { FileForm } from '@/components/financing/file-form'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { startAmend } from '@/lib/data/financing-amend'
import { startNeed } from '@/lib/data/financing-new'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financing.amend.title')

/** 更正融资需求: by whoever filed it, until the office has checked it; one that was turned down is put in again. */
export default async function AmendNeedPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const amend = isUuid(id) ? await startAmend(actor, id, businessDay()) : null
  const start = amend && (await startNeed(actor, { enterprise: amend.enterpriseId }))
  if (!amend || !start) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/financing/${id}`} className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('financing.amend.back')}
      </Link>
      <h1 className="text-xl font-semibold">
        {t(amend.again ? 'financing.amend.againTitle' : 'financing.amend.title')}
      </h1>
      <p className="mt-1 mb-5 text-ink-2">{t(amend.again ? 'financing.amend.againHint' : 'financing.amend.hint')}</p>
      <FileForm {...start} amend={amend} formKey={issueFormKey(actor.userId)} t={t} />
    </div>
  )
}
