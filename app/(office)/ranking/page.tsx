import { forbidden, redirect } from 'next/navigation'
import { Pager } from '@/components/admin/pager'
import { Hatches } from '@/components/level/clock-ruler'
import { PageAnswer } from '@/components/meeting/page-answer'
import { projectGroups, rowGroups } from '@/components/ranking/groups'
import { Honours } from '@/components/ranking/honours'
import { MonthObjections } from '@/components/ranking/month-objections'
import { ProjectPanel } from '@/components/ranking/project-panel'
import { ProjectTableView } from '@/components/ranking/project-table'
import { PublishForm } from '@/components/ranking/publish-tools'
import { RankingHead } from '@/components/ranking/ranking-head'
import { originHref, rankingHref } from '@/components/ranking/ranking-link'
import { RankingTableView } from '@/components/ranking/ranking-table'
import { GroupLinks, RankingTabs } from '@/components/ranking/ranking-tabs'
import { ScorePanel } from '@/components/ranking/score-panel'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { proofAsked } from '@/lib/auth/proof-asked'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { rankingMonth, rankingMonths, rankingSubject } from '@/lib/data/ranking'
import { hasDistricts } from '@/lib/data/ranking-city-trend'
import { readsBulletins } from '@/lib/domain/ranking/bulletin-sight'
import {
  ownSubjects,
  ownTable,
  type RankingTable,
  SEES_ALL_RANKINGS,
  SEES_RANKINGS,
  seesDraftRanking,
} from '@/lib/domain/ranking/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { rankingAddress } from '@/lib/schemas/ranking-address'

export const generateMetadata = pageTitle('ranking.title')

/** Projects on a sheet: a district of the usual size has one, and prints it whole. */
const SHEET = 200

export default async function RankingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!SEES_RANKINGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const query = rankingAddress.parse(asks)
  const { nth, group } = query
  const read = (table: RankingTable) => rankingMonth(actor, today, { month: query.month, nth, table })
  const wanted = query.table ?? ownTable(actor.role) ?? 'AGENCY'
  const [months, found] = await Promise.all([rankingMonths(actor, today), read(wanted)])
  // A city ranks nobody: it compares its districts.
  if (months.length === 0 && (await hasDistricts(actor))) redirect('/ranking/city')
  if (!found)
    return (
      <div className="flex flex-col items-center px-6 pt-32 text-center">
        <h1 className="text-xl font-semibold">{t(months.length > 0 ? 'ranking.noneThen' : 'ranking.none')}</h1>
        <p className="mt-2 max-w-md text-ink-2">{t('ranking.noneHint')}</p>
        {months[0] && (
          <Link href={rankingHref({ month: months[0].month })} className="btn mt-5">
            {t('ranking.latest')}
          </Link>
        )}
      </div>
    )
  const seen: readonly RankingTable[] = [
    ...found.tables.map(({ table }) => table),
    ...(found.projects ? (['PROJECT'] as const) : []),
  ]
  const table = seen.find((one) => one === wanted) ?? seen[0] ?? wanted
  const ranking = table === wanted ? found : ((await read(table)) ?? found)
  const { month, parameters, projects } = ranking
  const scored = ranking.tables.find((one) => one.table === table)
  const listed = table === 'PROJECT' ? (projects ?? []) : []
  const own = new Set(ownSubjects(actor))
  const inGroup = scored?.rows.filter((one) => group === undefined || one.group === group) ?? []
  const listedInGroup = listed.filter(({ taskforceId }) => group === undefined || taskforceId === group)
  // His own row lies open, or else the first, until another is asked for.
  const open =
    query.show ??
    (
      inGroup.find(({ subjectId }) => own.has(subjectId)) ??
      inGroup[0] ??
      listedInGroup[((query.page ?? 1) - 1) * SHEET]
    )?.subjectId
  const row = scored?.rows.find(({ subjectId }) => subjectId === open)
  const project = listed.find(({ subjectId }) => subjectId === open)
  const subject =
    row && scored
      ? await rankingSubject(actor, today, { month, table: scored.table, subjectId: row.subjectId, nth })
      : null
  const sheets = Math.max(1, Math.ceil(listedInGroup.length / SHEET))
  const openAt = listedInGroup.findIndex(({ subjectId }) => subjectId === open)
  const page = Math.min(query.page ?? Math.floor(Math.max(0, openAt) / SHEET) + 1, sheets)
  const whole = SEES_ALL_RANKINGS.has(actor.role)
  const formKey = () => issueFormKey(actor.userId)
  const shown = { ...query, table }
  // A table that is not his to see is not shown in silence as another.
  const unread = [
    ...misread(rankingAddress, asks),
    ...(query.table !== undefined && query.table !== table ? [`table=${query.table}`] : []),
  ]
  const empty = (scored?.rows.length ?? listed.length) === 0
  return (
    <div className="page-lying-a4 xl:grid xl:min-h-full xl:grid-cols-[minmax(0,1fr)_360px] min-[1440px]:grid-cols-[minmax(0,1fr)_400px] print:block">
      <Hatches />
      <div className="min-w-0 px-4 pt-5 pb-8 sm:px-8 xl:pr-6">
        <Misread parts={unread} words={(parts) => t('shell.misread', { parts })} />
        {query.just && <PageAnswer>{t(`ranking.just.${query.just}`)}</PageAnswer>}
        <RankingHead
          ranking={ranking}
          months={months}
          table={table}
          query={query}
          bulletin={readsBulletins(actor.role)}
          whole={whole}
          today={today}
          t={t}
        />
        <RankingTabs tables={seen} table={table} query={query} named={parameters.publishStewardNames} t={t} />
        <GroupLinks
          groups={scored ? rowGroups(scored.rows, t) : projectGroups(listed)}
          group={group}
          query={shown}
          t={t}
        />
        {scored?.sight === 'OWN' && <p className="pt-2 text-ink-2">{t('ranking.own.hint')}</p>}
        {empty ? (
          <p className="py-8 text-ink-2">{t(scored?.sight === 'OWN' ? 'ranking.noneYours' : 'ranking.emptyTable')}</p>
        ) : (
          <section tabIndex={0} className="overflow-x-auto pt-1" aria-label={t(`ranking.table.${table}`)}>
            {scored ? (
              <RankingTableView
                scored={scored}
                rows={inGroup}
                open={row?.subjectId}
                query={shown}
                parameters={parameters}
                t={t}
              />
            ) : (
              <ProjectTableView
                rows={listedInGroup.slice((page - 1) * SHEET, page * SHEET)}
                all={listed}
                open={project?.subjectId}
                query={shown}
                t={t}
              />
            )}
          </section>
        )}
        {sheets > 1 && (
          <Pager
            count={t('projects.count', { n: listedInGroup.length })}
            page={page}
            pages={sheets}
            hrefOf={(n) => rankingHref({ ...shown, show: undefined }, { page: n })}
            t={t}
          />
        )}
        {scored && (
          <p className="flex flex-wrap gap-x-5 pt-2.5 text-xs text-ink-3">
            <span className="max-lg:hidden">{t('ranking.legend.full')}</span>
            <span className="max-lg:hidden">{t('ranking.legend.notch')}</span>
            <span>{t('ranking.legend.tie')}</span>
          </p>
        )}
        {!scored && !empty && <p className="pt-2.5 text-xs text-ink-3">{t('ranking.legend.rounded')}</p>}
        {scored && scored.sight !== 'OWN' && (
          <Honours
            rows={scored.rows}
            hrefOf={(subjectId) =>
              scored.sight === 'ALL' || own.has(subjectId)
                ? `${originHref({ month, table: scored.table, subjectId }, { nth })}#RED`
                : null
            }
            below={parameters.remindBelow}
            signed={ranking.state === 'PUBLISHED'}
            t={t}
          />
        )}
        {(whole || ranking.objections.length > 0) && (
          <MonthObjections ranking={ranking} formKey={formKey} today={today} t={t} />
        )}
        {ranking.state !== 'PUBLISHED' && ranking.may.publish !== 'FORBIDDEN' && (
          <section className="no-print pt-6" aria-label={t('ranking.publish.title')}>
            <PublishForm ranking={ranking} proof={proofAsked(account, t)} formKey={formKey} today={today} t={t} />
          </section>
        )}
        {ranking.may.correct && <p className="no-print pt-4 text-sm text-ink-3">{t('ranking.publish.correctHow')}</p>}
      </div>
      <aside
        id="score"
        aria-label={t('ranking.why.title')}
        className="scroll-mt-14 border-divider bg-zebra px-4 py-5 max-xl:border-t sm:px-7 xl:border-l"
      >
        {row && scored ? (
          <ScorePanel
            month={month}
            table={scored.table}
            row={row}
            means={scored.means}
            median={scored.median}
            parameters={parameters}
            subject={subject}
            nth={nth}
            mayObject={ranking.may.object.includes(row.subjectId)}
            running={seesDraftRanking(actor.role) && subject !== null}
            today={today}
            t={t}
          />
        ) : project ? (
          <ProjectPanel row={project} today={today} locale={locale} />
        ) : (
          <p className="text-ink-2">{t('ranking.pick')}</p>
        )}
      </aside>
    </div>
  )
}
