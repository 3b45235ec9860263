import { forbidden, notFound } from 'next/navigation'
import { BriefingEdit } from '@/components/briefing/briefing-edit'
import { briefingHref } from '@/components/briefing/briefing-link'
import { FigureNames } from '@/components/briefing/figure-names'
import { Link } from '@/components/ui/link'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findBriefing, findBriefingDraft } from '@/lib/data/briefings'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('briefing.edit.title')

/** The page on which the office words a draft; a published briefing is corrected, not edited. */
export default async function BriefingEditPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'briefing.edit')) forbidden()
  const { id } = await params
  if (!isUuid(id)) notFound()
  const t = translator(locale)
  const today = businessDay()
  const draft = await findBriefingDraft(actor, id, today)
  if (!draft && !(await findBriefing(actor, id, today))) notFound()
  return (
    <div className="mx-auto max-w-[860px] px-4 pt-6 pb-10 sm:px-8">
      <h1 className="mb-4 text-xl font-semibold">{t('briefing.edit.title')}</h1>
      {draft ? (
        <>
          {draft.note && <p className="mb-4">{t('papers.noteIs', { note: draft.note })}</p>}
          <p className="mb-4 text-ink-2">
            {t('briefing.edit.hint')}
            <Link href="/briefings/templates" className="ml-2 text-link underline">
              {t('briefing.edit.toStandard')}
            </Link>
          </p>
          <FigureNames figures={draft.figures} locale={locale} />
          <BriefingEdit
            paper={draft}
            draft={draftOf(actor, 'briefing', id)}
            formKey={issueFormKey(actor.userId)}
            t={t}
          />
        </>
      ) : (
        <p>
          {t('papers.edit.none')}
          <Link href={briefingHref(id)} className="ml-2 text-link underline">
            {t('briefing.see')}
          </Link>
        </p>
      )}
    </div>
  )
}
