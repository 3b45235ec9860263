import { forbidden, notFound } from 'next/navigation'
import { BackBar } from '@/components/shell/back-bar'
import { StartWalkForm } from '@/components/walk/walk-forms'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadWalkStart } from '@/lib/data/walk-detail'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('walk.form.title')

export default async function NewWalkPage({
  searchParams,
}: {
  searchParams: Promise<{ verifies?: string | string[] }>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'walk.start') === null) forbidden()
  const { verifies } = await searchParams
  const asked = typeof verifies === 'string' && isUuid(verifies) ? verifies : undefined
  const today = businessDay()
  const start = await loadWalkStart(actor, asked, today)
  if (!start) notFound()
  const t = translator(locale)
  const title = t(start.finding ? 'walk.form.againTitle' : 'walk.form.title')
  return (
    <div>
      <BackBar
        href={start.finding ? `/services/walks/findings/${start.finding.id}` : '/services/walks'}
        title={title}
        t={t}
      />
      <div className="mx-auto max-w-[640px] px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <h1 className="text-xl font-semibold max-sm:sr-only">{title}</h1>
        <p className="mt-1 mb-5 text-ink-2">{t(start.finding ? 'walk.form.againHint' : 'walk.form.hint')}</p>
        {start.finding && (
          <p lang="zh-CN" className="mb-5 border-l-[3px] border-control pl-3">
            {start.finding.text}
          </p>
        )}
        <StartWalkForm
          units={start.units}
          items={start.items}
          own={actor.orgId}
          finding={start.finding}
          leader={actor.name}
          formKey={issueFormKey(actor.userId)}
          today={today}
          locale={locale}
        />
      </div>
    </div>
  )
}
