import { forbidden, notFound } from 'next/navigation'
import { BriefingSheet } from '@/components/briefing/briefing-sheet'
import { BriefingNote, BriefingTools, BriefingVersions } from '@/components/briefing/briefing-tools'
import { FigureTable } from '@/components/briefing/figure-table'
import { PageAnswer } from '@/components/meeting/page-answer'
import { PaperBar } from '@/components/project/paper-bar'
import { mayOpenAddress } from '@/components/shell/sections'
import { DropDraft } from '@/components/ui/keep-draft'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findBriefing } from '@/lib/data/briefings'
import { relationFor } from '@/lib/domain/access'
import { READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { briefingFoot } from '@/lib/i18n/briefing-foot'
import { translator } from '@/lib/i18n/translator'
import { briefingQuery } from '@/lib/schemas/briefing'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('briefing.name')

/** A briefing: the sheet, its figures with how they are counted, and what the office does with it. */
export default async function BriefingPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!READS_BRIEFINGS.has(actor.role)) forbidden()
  const { id } = await params
  const { nth, just } = briefingQuery.parse(await searchParams)
  const paper = isUuid(id) ? await findBriefing(actor, id, businessDay(), nth) : null
  if (!paper) notFound()
  const t = translator(locale)
  const writes = relationFor(actor.role, 'briefing.edit') !== null
  const hrefs = new Map(
    paper.body.figures.flatMap(({ name, href }) => (mayOpenAddress(actor.role, href) ? [[name, href] as const] : [])),
  )
  const foot = [
    ...(account.district.isDemo ? [t('briefing.demo')] : []),
    t('briefing.web'),
    ...briefingFoot(paper, locale),
  ]
  return (
    <>
      <PaperBar back="/briefings" t={t}>
        <BriefingVersions paper={paper} t={t} />
        {relationFor(actor.role, 'briefing.take') && (
          <a href={`/api/papers/briefing/${id}?nth=${paper.nth}`} className="btn">
            {t('papers.word')}
          </a>
        )}
      </PaperBar>
      {just && writes && (
        <div className="no-print mx-auto max-w-[794px] px-4 pt-4">
          <PageAnswer>{t(`briefing.just.${just}`)}</PageAnswer>
          <DropDraft ids={[draftOf(actor, 'briefing', id)]} />
        </div>
      )}
      <BriefingNote paper={paper} t={t} />
      {paper.hidden > 0 && <p className="paper-notice no-print">{t('briefing.excerpt', { n: paper.hidden })}</p>}
      {paper.body.sections.length === 0 && <p className="paper-notice">{t('briefing.empty')}</p>}
      <div className="paper-desk">
        <BriefingSheet paper={paper} hrefs={hrefs} foot={foot} locale={locale} />
        <FigureTable paper={paper} hrefs={hrefs} locale={locale} />
      </div>
      {writes && <BriefingTools paper={paper} formKey={() => issueFormKey(actor.userId)} t={t} />}
    </>
  )
}
