import { forbidden } from 'next/navigation'
import { ComplaintEntryForm } from '@/components/complaint/complaint-entry-form'
import { BackBar } from '@/components/shell/back-bar'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { pointsToName } from '@/lib/data/complaint-entry'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('complaint.enter')

export default async function NewComplaintPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'complaint.enter') === null) forbidden()
  const t = translator(locale)
  const own = actor.role === 'CONTACT'
  const title = t(own ? 'complaint.enterOwn' : 'complaint.enter')
  return (
    <div>
      <BackBar href="/supervision/complaints" title={title} t={t} />
      <div className="mx-auto max-w-[640px] px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <h1 className="text-xl font-semibold max-sm:sr-only">{title}</h1>
        <p className="mt-1 mb-5 text-ink-2">{t(own ? 'complaint.enterOwnHint' : 'complaint.enterHint')}</p>
        <ComplaintEntryForm points={await pointsToName(actor)} own={own} formKey={issueFormKey(actor.userId)} t={t} />
      </div>
    </div>
  )
}
