import { planWaits } from '@/components/approval/plan-waits'
import { WaitsFor } from '@/components/approval/waits-for'
import { Began, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { FormDetails, FormPreview } from '@/components/ui/form-parts'
import { setPlan } from '@/lib/actions/procedures'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX } from '@/lib/domain/plan-change'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'
import { REASON_MAX } from '@/lib/schemas/procedure'
import type { ProcedureDetail } from '@/lib/schemas/procedure-detail'

/** Planned days, how often they moved and why; setting the first needs no reason, moving one does. */
export function Plan({
  procedure,
  approvers,
  pending,
  formKey,
  today,
  t,
}: {
  procedure: ProcedureDetail
  /** Who can approve another plan; nobody where the reader may. */
  approvers: readonly Readonly<{ id: string; name: string; unit: string | null }>[]
  /** What waits for an approval at the procedure. */
  pending: readonly ApprovalRow[]
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const { correctUntil } = procedure
  const has = procedure.planFinishOn !== null
  const again = procedure.planApproval === 'REPLAN_AGAIN'
  const nth = procedure.planMoves + 1
  const waits = planWaits(pending, 'PLAN', { approvers, correctUntil })
  return (
    <section id="plan">
      <h2 className="mb-1.5 text-lg font-semibold">{t('procedurePage.plan')}</h2>
      <dl className="grid grid-cols-[var(--col-term)_1fr] gap-y-0.5 [&_dt]:text-ink-3">
        <dt>{t('procedurePage.planSubmit')}</dt>
        <dd>{procedure.planSubmitOn ? dayIn(procedure.planSubmitOn, today) : '—'}</dd>
        <dt>{t('procedurePage.planFinish')}</dt>
        <dd>
          {procedure.planFinishOn ? dayIn(procedure.planFinishOn, today) : '—'}
          {procedure.planMoves > 0 && procedure.baselineFinishOn && (
            <span className="ml-2 text-xs text-ink-3">
              {t('procedurePage.baseline', { day: dayIn(procedure.baselineFinishOn, today) })}
            </span>
          )}
        </dd>
      </dl>
      {procedure.planHistory.length > 0 && (
        <ul className="mt-1.5 space-y-1 text-sm">
          {procedure.planHistory.map((change) => (
            <li key={change.id}>
              {t(change.nth === 0 ? 'procedurePage.planCorrected' : 'procedurePage.planMove', {
                n: change.nth,
                from: change.from ? dayIn(change.from, today) : '—',
                to: change.to ? dayIn(change.to, today) : '—',
              })}
              <span className="ml-2 text-ink-3">
                {listed(
                  [
                    change.reason,
                    change.who,
                    change.onBehalf && t('approval.onBehalf'),
                    change.approver && t('procedurePage.approvedBy', { name: change.approver }),
                  ],
                  t,
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {procedure.mayReplan && (
        <Form action={setPlan} formKey={formKey} label={t('procedurePage.plan')} className="no-print mt-2">
          {waits ? (
            <WaitsFor row={waits} today={today} t={t} />
          ) : (
            <FormDetails
              summary={t(
                correctUntil ? 'procedurePage.correctPlan' : has ? 'procedurePage.movePlan' : 'procedurePage.setPlan',
              )}
              open={!has}
            >
              <div className="mt-2 max-w-[420px] space-y-3">
                <input type="hidden" name="procedureId" value={procedure.id} />
                <Began name="version" value={String(procedure.version)} />
                <Began name="base.planSubmitOn" value={procedure.planSubmitOn ?? ''} />
                <Began name="base.planFinishOn" value={procedure.planFinishOn ?? ''} />
                <div className="grid grid-cols-2 gap-3">
                  <TextField
                    name="planSubmitOn"
                    type="date"
                    label={t('procedurePage.planSubmit')}
                    initial={procedure.planSubmitOn ?? undefined}
                  />
                  <TextField
                    name="planFinishOn"
                    type="date"
                    label={t('procedurePage.planFinish')}
                    initial={procedure.planFinishOn ?? undefined}
                  />
                </div>
                {correctUntil && (
                  <p className="text-sm text-ink-2">
                    {t('procedurePage.correctUntil', { day: dayIn(correctUntil, today) })}
                  </p>
                )}
                {has && !correctUntil && (
                  <>
                    {again && (
                      <p className="text-sm text-ink-2">
                        {t(approvers.length > 0 ? 'procedurePage.planAgain' : 'procedurePage.planNobody', {
                          n: nth,
                          most: PLAN_MOVES_MAX,
                        })}
                      </p>
                    )}
                    <TextField
                      name="reason"
                      label={t('procedurePage.planReason')}
                      hint={t('procedurePage.planReasonHint', { n: nth })}
                      maxLength={REASON_MAX}
                    />
                    {approvers.length > 0 && (
                      <Choice
                        name="approverId"
                        label={t(again ? 'procedurePage.planLeader' : 'procedurePage.planApprover')}
                        hint={t('form.approverHint')}
                        empty={t('procedurePage.choose')}
                        options={approvers.map((a) => ({
                          value: a.id,
                          label: [a.name, a.unit].filter(Boolean).join('　'),
                        }))}
                      />
                    )}
                  </>
                )}
                <FormPreview />
                <Submit>{t('form.save')}</Submit>
              </div>
            </FormDetails>
          )}
        </Form>
      )}
    </section>
  )
}
