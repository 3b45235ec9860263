import { Lamp } from '@/components/level/lamp'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isRunning } from '@/lib/domain/remaining'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn, markedText } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectSheet, SheetProcedure } from '@/lib/schemas/project-sheet'
import { SheetBlock } from './sheet-block'

/** More lines would push the sheet onto a second page. */
const PROCEDURES_SHOWN = 7
const ISSUES_SHOWN = 3

type Props = Readonly<{ sheet: ProjectSheet; today: PlainDate; locale: Locale }>

/** Procedures under way or warned, the worst first. */
export function SheetProcedures({ sheet, today, locale, asOf }: Props & { asOf?: string }) {
  const t = translator(locale)
  const { done, due, open } = sheet.procedures
  const rest = open.length - PROCEDURES_SHOWN
  const idle = due - done - open.length
  return (
    <SheetBlock
      title={t('paper.open')}
      note={
        listed(
          [
            due > 0 ? t('paper.openCount', { done, due }) : null,
            idle > 0 ? t('paper.openIdle', { n: open.length, rest: idle }) : null,
            asOf,
          ],
          t,
        ) || undefined
      }
    >
      {open.length === 0 ? (
        <p>{t('paper.noOpen')}</p>
      ) : (
        <table className="paper-table text-sm">
          <colgroup>
            <col className="w-[31%]" />
            <col className="w-[14%]" />
            <col className="w-[10%]" />
            <col />
            <col className="w-[13%]" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('paper.item')}</th>
              <th scope="col">{t('paper.agency')}</th>
              <th scope="col">{t('paper.state')}</th>
              <th scope="col">{t('projects.column.level')}</th>
              <th scope="col">{t('paper.planFinish')}</th>
            </tr>
          </thead>
          <tbody>
            {open.slice(0, PROCEDURES_SHOWN).map((line) => (
              <tr key={line.id}>
                <td>{locale === 'en' ? line.nameEn : line.nameZh}</td>
                <td>{agencyText(line.agency, locale)}</td>
                <td className="text-center!">{t(`procedure.state.${line.state}`)}</td>
                <td>
                  <span className="inline-flex items-center gap-2">
                    <Lamp level={line.level} quiet t={t} />
                    {whyText(line, locale)}
                  </span>
                </td>
                <td className="text-center!">{line.planFinishOn ? dayIn(line.planFinishOn, today) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className="mt-1 text-sm text-ink-2">{t('paper.openRest', { n: rest })}</p>}
    </SheetBlock>
  )
}

function whyText({ reason, state, remaining, level }: SheetProcedure, locale: Locale): string {
  const t = translator(locale)
  if (reason) return reasonText(reason, locale)
  if (isRunning(state) && remaining !== null) return t('export.left', { n: remaining })
  return t(level === 'GREY' ? 'level.noClock' : 'level.onPlan')
}

/** Open issues by their due day. */
export function SheetIssues({ sheet, today, locale }: Props) {
  const t = translator(locale)
  const rest = sheet.issues.length - ISSUES_SHOWN
  return (
    <SheetBlock title={t('paper.issues')}>
      {sheet.issues.length === 0 ? (
        <p>{t('paper.noIssues')}</p>
      ) : (
        <ol className="list-decimal pl-5">
          {sheet.issues.slice(0, ISSUES_SHOWN).map((issue) => (
            <li key={issue.id}>
              <span lang="zh-CN">{issue.text}</span>
              <span className="ml-2 text-sm text-ink-2">
                {listed(
                  [
                    issue.unit,
                    issue.dueOn === null || issue.leftWd === null
                      ? t(issue.asked ? 'issue.left.CONFIRM' : 'projectPage.issueNoDue')
                      : markedText(
                          t(issue.leftWd < 0 ? 'projectPage.issueLate' : 'projectPage.issueLeft', {
                            n: Math.abs(issue.leftWd),
                            day: dayIn(issue.dueOn, today),
                          }),
                          issue.leftProvisional,
                          t,
                        ),
                  ],
                  t,
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {rest > 0 && <p className="mt-1 text-sm text-ink-2">{t('paper.issueRest', { n: rest })}</p>}
    </SheetBlock>
  )
}
