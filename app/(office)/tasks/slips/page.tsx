import { forbidden } from 'next/navigation'
import { ColourPaperList } from '@/components/notice/colour-paper-list'
import { IssueAll } from '@/components/task/issue-all'
import { ListFoot } from '@/components/task/list-foot'
import { SlipList } from '@/components/task/slip-list'
import { SlipFilterBar } from '@/components/task/task-filter'
import { slipQuery, slipsHref, tasksHref } from '@/components/task/task-link'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { colourChoices, countColourDrafts, listColourPapers } from '@/lib/data/colour-papers'
import { listSlips, meetingsToIssue } from '@/lib/data/slip-list'
import { taskChoices } from '@/lib/data/task-list'
import type { Actor } from '@/lib/domain/access'
import { SLIP_KINDS } from '@/lib/domain/meeting/slip'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TASKS } from '@/lib/domain/sight'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { type SlipFilter, slipFilter } from '@/lib/schemas/task'

export const generateMetadata = pageTitle('task.slip.title')

export default async function SlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = slipFilter.parse(asks)
  const office = actor.role === 'OFFICE'
  const colour = filter.of === 'colour'
  const [page, choices, toIssue, drafts] = await Promise.all([
    listSlips(actor, filter, today),
    colour ? colourChoices(actor) : taskChoices(actor),
    meetingsToIssue(actor),
    countColourDrafts(actor),
  ])
  const asked = slipQuery(filter) !== ''
  return (
    <div className="flex flex-col sm:h-full print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('task.slip.title')}</h1>
        <TaskTabs
          label={t('task.slip.nav')}
          tabs={[
            {
              name: 'every',
              text: t('task.slip.every'),
              href: slipsHref(filter, { kind: undefined, of: undefined }),
              on: !filter.kind && !colour,
            },
            ...SLIP_KINDS.map((kind) => ({
              name: kind,
              text: t(`task.slip.kind.${kind}`),
              href: slipsHref(filter, { kind, of: undefined }),
              on: filter.kind === kind && !colour,
            })),
            {
              name: 'colour',
              text: drafts > 0 ? t('colourPaper.tabDrafts', { n: drafts }) : t('colourPaper.tab'),
              href: slipsHref({ of: 'colour' }),
              on: colour,
            },
          ]}
        />
        <Link href={tasksHref({})} className="pb-3 text-link">
          {t('task.title')}
        </Link>
      </header>
      <Misread parts={misread(slipFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {colour ? (
        <>
          <SlipFilterBar filter={filter} choices={choices} role={actor.role} t={t} />
          <ColourPapers actor={actor} filter={filter} today={today} locale={locale} />
        </>
      ) : (
        <>
          <SlipFilterBar filter={filter} choices={choices} role={actor.role} t={t} />
          <IssueAll meetings={toIssue} formKey={() => issueFormKey(actor.userId)} t={t} />
          {page.rows.length === 0 ? (
            <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
              <p className="text-lg font-semibold">{t(asked ? 'task.slip.empty' : 'task.slip.none')}</p>
              {!asked && <p className="mt-1 max-w-md text-ink-2">{t('task.slip.noneHint')}</p>}
              {asked && (
                <Link href={slipsHref({})} className="btn mt-5">
                  {t('task.slip.showAll')}
                </Link>
              )}
            </div>
          ) : (
            <section
              tabIndex={0}
              aria-label={t('task.slip.title')}
              className="flex-1 overflow-auto border-t border-control print:overflow-visible"
            >
              <SlipList
                rows={page.rows}
                office={office}
                formKey={() => issueFormKey(actor.userId)}
                today={today}
                t={t}
              />
            </section>
          )}
          <ListFoot
            totals={[
              t('task.slip.total', { n: page.total }),
              ...(page.drafts > 0 ? [t('task.slip.drafts', { n: page.drafts })] : []),
            ]}
            doors={[
              { href: `/tasks/slips/print${slipQuery(filter)}`, label: t('task.printSlips') },
              { href: `/api/export/slips${slipQuery(filter)}`, label: t('task.exportSlips'), file: true },
            ]}
            page={filter.page}
            total={page.total}
            hrefOf={(n) => slipsHref(filter, { page: n })}
            t={t}
          />
        </>
      )}
    </div>
  )
}

/** The papers colours called for, in the place of those of tasks. */
async function ColourPapers({
  actor,
  filter,
  today,
  locale,
}: {
  actor: Actor
  filter: SlipFilter
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { rows, total } = await listColourPapers(actor, filter, today)
  const asked = filter.q !== undefined || [filter.state, filter.unit, filter.mine].some(Boolean)
  if (rows.length === 0)
    return (
      <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
        <p className="text-lg font-semibold">{t(asked ? 'task.slip.empty' : 'colourPaper.none')}</p>
        {asked ? (
          <Link href={slipsHref({ of: 'colour' })} className="btn mt-5">
            {t('task.slip.showAll')}
          </Link>
        ) : (
          <p className="mt-1 max-w-md text-ink-2">{t('colourPaper.noneHint')}</p>
        )}
      </div>
    )
  return (
    <>
      <p className="px-4 py-2 text-ink-2 sm:px-6">{t('colourPaper.noneHint')}</p>
      <section
        tabIndex={0}
        aria-label={t('task.slip.title')}
        className="flex-1 overflow-auto border-t border-control print:overflow-visible"
      >
        <ColourPaperList rows={rows} formKey={() => issueFormKey(actor.userId)} today={today} locale={locale} />
      </section>
      <ListFoot
        totals={[t('task.slip.total', { n: total })]}
        doors={[
          { href: `/tasks/slips/print${slipQuery(filter)}`, label: t('task.printSlips') },
          { href: `/api/export/slips${slipQuery(filter)}`, label: t('task.exportSlips'), file: true },
        ]}
        page={filter.page}
        total={total}
        hrefOf={(n) => slipsHref(filter, { page: n })}
        t={t}
      />
    </>
  )
}
