import { forbidden, notFound } from 'next/navigation'
import { FigureRows } from '@/components/meeting/figure-rows'
import { PageAnswer } from '@/components/meeting/page-answer'
import { PaperSheet } from '@/components/meeting/paper-sheet'
import { PaperNote, PaperTools, PaperVersions, WriteForm } from '@/components/meeting/paper-tools'
import { meetingHref, paperHref } from '@/components/meeting/week-link'
import { PaperBar } from '@/components/project/paper-bar'
import { DropDraft } from '@/components/ui/keep-draft'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findPaper, loadFigure, weekPapers } from '@/lib/data/papers'
import { type Role, relationFor } from '@/lib/domain/access'
import type { PaperKind } from '@/lib/domain/meeting/paper'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { SEES_ALL_TOPICS, SEES_MEETINGS } from '@/lib/domain/sight'
import { paperReason } from '@/lib/i18n/paper-reason'
import { translator } from '@/lib/i18n/translator'
import { paperQuery } from '@/lib/schemas/meeting-paper'

type Props = Readonly<{
  params: Promise<{ week: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

const JUST: ReadonlySet<string> = new Set(['written', 'saved', 'signed'])

/** Who reads a paper at all: minutes who has to do with the meeting, a brief who sees every project. */
const readers = (kind: PaperKind): ReadonlySet<Role> => (kind === 'MINUTES' ? SEES_MEETINGS : SEES_ALL_TOPICS)

/** The page of minutes or a brief: the sheet, what the office does with it, and the rows of the figure that is open. */
export const paperPage = (kind: PaperKind) =>
  async function PaperPage({ params, searchParams }: Props) {
    const { actor, account, locale } = await requireActor()
    if (!readers(kind).has(actor.role)) forbidden()
    const weekOf = mondayOfKey((await params).week)
    if (!weekOf) notFound()
    const t = translator(locale)
    const asked = await searchParams
    const { nth, figure } = paperQuery.parse(asked)
    const paper = await findPaper(actor, weekOf, kind, nth)
    if (!paper && nth !== undefined) notFound()
    const writes = relationFor(actor.role, 'paper.draft') !== null
    const formKey = () => issueFormKey(actor.userId)
    const back = meetingHref(weekOf, '/agenda')
    if (!paper) {
      const { meeting, frozen, minutes } = await weekPapers(actor, weekOf)
      const ready = kind === 'MINUTES' ? meeting === 'HELD' || meeting === 'SIGNED' : meeting !== null && frozen
      return (
        <>
          <PaperBar back={back} t={t}>
            <h1 className="font-semibold">{t(`papers.title.${kind}`)}</h1>
          </PaperBar>
          <div className="mx-auto mt-24 flex max-w-[640px] flex-col items-center gap-4 px-4 text-center text-lg">
            <p>
              {t(
                // There are minutes he may read, and no word in them is about anything of his.
                kind === 'MINUTES' && minutes
                  ? 'papers.nothing'
                  : ready
                    ? `papers.none.${kind}`
                    : `papers.early.${kind}`,
              )}
            </p>
            {ready && writes && <WriteForm weekOf={weekOf} kind={kind} again={false} formKey={formKey()} t={t} />}
          </div>
        </>
      )
    }
    const rows = figure ? await loadFigure(actor, paper, figure, paperReason, businessDay()) : null
    const version = nth === undefined ? {} : { nth }
    const just = typeof asked.just === 'string' && JUST.has(asked.just) && writes ? asked.just : null
    return (
      <>
        <PaperBar back={back} t={t}>
          <PaperVersions paper={paper} t={t} />
          {relationFor(actor.role, 'paper.take') && (
            <a href={`/api/papers/${paper.id}`} className="btn">
              {t('papers.word')}
            </a>
          )}
        </PaperBar>
        {just && (
          <div className="mx-auto max-w-[794px] px-4 pt-4 no-print">
            <PageAnswer>{t(`papers.just.${just as 'saved'}`)}</PageAnswer>
            <DropDraft ids={[draftOf(actor, 'paper', paper.id)]} />
          </div>
        )}
        <PaperNote paper={paper} t={t} />
        {paper.hidden > 0 && <p className="paper-notice no-print">{t('papers.excerpt', { n: paper.hidden })}</p>}
        <div className="paper-desk">
          <PaperSheet
            paper={paper}
            figure={rows ? figure : undefined}
            hrefOf={(id) => `${paperHref(paper, { ...version, figure: id })}#rows`}
            demo={account.district.isDemo}
            locale={locale}
          />
          {rows && <FigureRows rows={rows} close={paperHref(paper, version)} t={t} />}
        </div>
        {writes && <PaperTools paper={paper} formKey={formKey} t={t} />}
      </>
    )
  }
