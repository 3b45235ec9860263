import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'

/** What shall become of the row, in one line: from what to what. */
export function changeText({ change }: Pick<ApprovalRow, 'change'>, today: PlainDate, t: Translator): string {
  const day = (on: PlainDate | null) => (on ? dayIn(on, today) : '—')
  switch (change.kind) {
    case 'EXTEND':
      return t(change.extendedWd > 0 ? 'approval.change.extended' : 'approval.change.EXTEND', {
        n: change.days,
        before: change.extendedWd,
      })
    case 'NOT_APPLICABLE':
    case 'REINSTATE':
      return t(`approval.change.${change.kind}`)
    case 'PLAN':
      return listed(
        [
          t('approval.change.PLAN', { n: change.nth }),
          change.fromSubmitOn !== change.submitOn &&
            t('approval.change.submit', { from: day(change.fromSubmitOn), to: day(change.submitOn) }),
          change.fromFinishOn !== change.finishOn &&
            t('approval.change.finish', { from: day(change.fromFinishOn), to: day(change.finishOn) }),
        ],
        t,
      )
    case 'MILESTONE':
      return t('approval.change.MILESTONE', {
        n: change.nth,
        kind: t(`project.milestone.${change.milestone}`),
        from: day(change.from),
        to: day(change.to),
      })
    case 'STAGE':
      return listed(
        [
          change.fromStage !== change.toStage &&
            t('approval.change.stage', {
              from: t(`project.stage.${change.fromStage}`),
              to: t(`project.stage.${change.toStage}`),
            }),
          change.fromStatus !== change.toStatus &&
            t('approval.change.status', {
              from: t(`project.status.${change.fromStatus}`),
              to: t(`project.status.${change.toStatus}`),
            }),
          change.mergedInto && t('approval.change.into', { name: change.mergedInto }),
          t('approval.change.since', { day: day(change.on) }),
        ],
        t,
      )
  }
}

/** How it stands: how long it has waited and for whom, or who decided. */
export function standText(row: ApprovalRow, t: Translator): string {
  if (row.state === 'PENDING')
    return row.waitsWd > 0 ? t('approval.waits', { n: row.waitsWd }) : t('approval.waitsToday')
  return row.decidedBy
    ? t('approval.decidedBy', { name: row.decidedBy, state: t(`approval.state.${row.state}`) })
    : t(`approval.state.${row.state}`)
}
