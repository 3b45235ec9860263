import clsx from 'clsx'
import { ClockRuler, RulerScale } from '@/components/level/clock-ruler'
import { CountedDay } from '@/components/level/counted-day'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { procedureReason } from '@/components/project/verdict'
import { ChevronRight } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { HORIZON_DAYS } from '@/lib/domain/next-change'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { sideBySide } from '@/lib/i18n/joined'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { ownerText } from '@/lib/i18n/reason-text'
import { standingOwner } from '@/lib/i18n/standing-text'
import { translator } from '@/lib/i18n/translator'
import { isOpenTurn, limitText } from '@/lib/i18n/verdict-text'
import type { ProcedureLine } from '@/lib/schemas/project-detail'
import { lanesOf } from './lanes'
import { ProcedureName } from './procedure-name'

const th =
  'border-b border-control bg-thead px-2.5 py-1 text-left align-bottom text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-10 border-b border-divider px-2.5 whitespace-nowrap'

const nameOf = (line: ProcedureLine, locale: Locale): string => (locale === 'en' ? line.nameEn : line.nameZh)

/** Finished, or left out, with nothing more to say of it: no late finish, no papers owed. */
const isPlainlyDone = (line: ProcedureLine): boolean =>
  FINISHED_STATES.has(line.state) &&
  (!line.reason || line.reason.code === 'DONE_IN_TIME' || line.reason.code === 'NOT_APPLICABLE')

const FAR_MARGIN = 30

/** What turns next, and when: the colour, or who has to move; of a red one that cannot, the limit ahead. */
function changeText(line: ProcedureLine, today: PlainDate, locale: Locale): string | null {
  const t = translator(locale)
  const limit = limitText(line, today, locale)
  if (limit) return limit
  if (!line.nextLevelOn || !line.nextLevel) {
    // Its plan lies about as far ahead as changes are looked for: an empty cell would look forgotten.
    const far = line.planFinishOn !== null && line.planFinishOn > addDays(today, HORIZON_DAYS - FAR_MARGIN)
    return far && !FINISHED_STATES.has(line.state) ? t('projectPage.noChangeWithin', { n: HORIZON_DAYS }) : null
  }
  const day = dayIn(line.nextLevelOn, today)
  if (line.nextLevel !== line.level)
    return t('projectPage.nextChange', { day, level: t(`level.short.${line.nextLevel}`) })
  const owner = ownerText(line.nextOwner, locale) ?? t('level.nobody')
  return t(line.nextJoins ? 'queue.turnsJoins' : 'queue.turnsOwner', { day, owner })
}

/** Procedures with their clock lines, by stage. */
export function ProcedureTable({
  lines,
  today,
  locale,
}: {
  lines: readonly ProcedureLine[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <section tabIndex={0} className="overflow-x-auto border-t border-control" aria-label={t('projectPage.procedures')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={th}>
              {t('projectPage.column.item')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.agency')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.state')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.why')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.ruler')}
              <RulerScale />
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.due')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.plan')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.forecast')}
            </th>
            <th scope="col" className={th}>
              {t('projectPage.column.next')}
            </th>
          </tr>
        </thead>
        {lanesOf(lines).map((lane) => (
          <tbody key={lane.stage}>
            <tr>
              <th scope="rowgroup" colSpan={9} className="h-8 border-b border-divider bg-zebra px-2.5 text-left">
                {t(`procedure.stage.${lane.stage}`)}
                <span className="ml-2 font-normal text-ink-3">
                  {lane.finished}/{lane.total}
                </span>
              </th>
            </tr>
            {lane.lines.map((line) => (
              <tr key={line.id} className="hover:bg-hover">
                <td className={clsx(td, line.critical && 'font-semibold')}>
                  <ProcedureName line={line}>{nameOf(line, locale)}</ProcedureName>
                </td>
                <td lang={languageOf(agencyText(line.agency, locale), locale)} className={td}>
                  {agencyText(line.agency, locale)}
                </td>
                <td className={td}>{t(`procedure.state.${line.state}`)}</td>
                <td className={td}>
                  <span className="inline-flex items-center gap-2">
                    <Lamp level={line.level} t={t} />
                    <span className={`why-${line.level}`}>{procedureReason(line, locale)}</span>
                    {line.owner && (
                      <span className="text-xs text-ink-3">
                        {standingOwner(line, agencyText(line.agency, locale), locale)}
                      </span>
                    )}
                  </span>
                </td>
                <td className={clsx(td, 'px-2')}>
                  {line.clock ? <ClockRuler clock={line.clock} t={t} /> : <span className="text-ink-3">—</span>}
                </td>
                <td className={td}>{line.promise ? <CountedDay day={line.promise} today={today} t={t} /> : '—'}</td>
                <td className={td}>
                  {line.planFinishOn ? dayIn(line.planFinishOn, today) : '—'}
                  {line.planMoves > 0 && (
                    <span className="ml-1.5 text-xs text-ink-3">
                      {t('projectPage.movedShort', { n: line.planMoves })}
                    </span>
                  )}
                </td>
                <td className={td}>
                  {line.forecastFinishOn ? dayIn(line.forecastFinishOn, today) : '—'}
                  <Provisional when={line.provisional} t={t} />
                  {line.forecastFinishOn && line.slack !== null && line.slack > 0 && (
                    <span className="ml-1.5 text-xs text-ink-3">{t('projectPage.slack', { n: line.slack })}</span>
                  )}
                </td>
                <td className={clsx(td, 'text-ink-2')}>
                  {changeText(line, today, locale) ?? '—'}
                  <Provisional when={isOpenTurn(line)} t={t} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** The same on a phone: what is open first, each with its clock line. */
export function ProcedureCards({
  lines,
  today,
  locale,
}: {
  lines: readonly ProcedureLine[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <div>
      {lanesOf(lines).map((lane) => (
        <details key={lane.stage} open={lane.finished < lane.total} className="group border-t border-divider">
          <summary className="flex h-11 items-center gap-2 bg-zebra px-4 max-sm:bg-card">
            <ChevronRight size={16} aria-hidden="true" className="flex-none text-ink-3 group-open:rotate-90" />
            <b className="flex-1">{t(`procedure.stage.${lane.stage}`)}</b>
            <span className="text-ink-3">
              {lane.finished}/{lane.total}
            </span>
          </summary>
          <ul
            {...markup(
              lane.lines.map((line) => (
                <li key={line.id} className="border-t border-divider">
                  <Card line={line}>
                    <span className="flex items-start gap-2">
                      <span className="w-(--col-lamp-quiet) flex-none leading-6">
                        <Lamp level={line.level} quiet t={t} />
                      </span>
                      <span className="min-w-0 flex-1 leading-6">{nameOf(line, locale)}</span>
                      <span className={clsx('max-w-[45%] text-right leading-6', `why-${line.level}`)}>
                        {isPlainlyDone(line) ? t(`procedure.state.${line.state}`) : procedureReason(line, locale)}
                      </span>
                    </span>
                    {line.clock && (
                      <span className="mt-1 ml-[calc(var(--col-lamp-quiet)+0.5rem)] block">
                        <ClockRuler clock={line.clock} t={t} />
                      </span>
                    )}
                    <span className="ml-[calc(var(--col-lamp-quiet)+0.5rem)] block text-sm leading-[18px] text-ink-3">
                      {sideBySide(
                        [
                          agencyText(line.agency, locale),
                          line.level !== 'GREY' && t(`procedure.state.${line.state}`),
                          line.promise &&
                            `${t('projectPage.column.due')} ${dayIn(line.promise.on, today)}${line.promise.provisional ? ` ${t('level.provisional')}` : ''}`,
                          line.planFinishOn && t('projectPage.planned', { day: dayIn(line.planFinishOn, today) }),
                        ],
                        locale,
                      )}
                    </span>
                  </Card>
                </li>
              )),
            )}
          />
        </details>
      ))}
    </div>
  )
}

const CARD = 'block px-4 py-2.5'

/** The whole card opens the procedure, for who may open it. */
const Card = ({ line, children }: { line: ProcedureLine; children: React.ReactNode }) =>
  line.open ? (
    <Link href={`/procedures/${line.id}`} className={`${CARD} active:bg-hover`}>
      {children}
    </Link>
  ) : (
    <span className={CARD}>{children}</span>
  )
