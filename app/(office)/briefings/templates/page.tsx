import { forbidden } from 'next/navigation'
import { BriefingTabs } from '@/components/briefing/briefing-tabs'
import { FigureNames } from '@/components/briefing/figure-names'
import { TemplateList } from '@/components/briefing/template-list'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { countFigures } from '@/lib/data/briefing-sources'
import { listTemplates } from '@/lib/data/briefing-texts'
import { relationFor } from '@/lib/domain/access'
import { presetPeriod } from '@/lib/domain/briefing/period'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('briefing.templates.title')

/** The standard text of briefings, as the office words it, with everything it can name. */
export default async function TemplatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'briefing.template')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { just } = await searchParams
  const [lines, figures] = await Promise.all([
    listTemplates(actor),
    countFigures(actor, presetPeriod('YEAR', today), { taskforceId: null }, today),
  ])
  return (
    <>
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('briefing.templates.title')}</h1>
        <BriefingTabs here="templates" writes t={t} />
      </header>
      <div className="mx-auto max-w-[860px] px-4 pt-4 pb-10 sm:px-8">
        <p className="mb-4 text-ink-2">{t('briefing.templates.hint')}</p>
        <FigureNames figures={figures} locale={locale} />
        <TemplateList
          lines={lines}
          just={typeof just === 'string' ? just : undefined}
          formKey={() => issueFormKey(actor.userId)}
          today={today}
          t={t}
        />
      </div>
    </>
  )
}
