import clsx from 'clsx'
import { planWaits } from '@/components/approval/plan-waits'
import { WaitsFor } from '@/components/approval/waits-for'
import { Began, Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { WhenAsked } from '@/components/ui/form-parts'
import { Link } from '@/components/ui/link'
import { setMilestone } from '@/lib/actions/projects'
import { DESPITE } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX, type PlanApproval } from '@/lib/domain/plan-change'
import { earlierWorks, type MilestoneKind } from '@/lib/domain/project'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'
import { REASON_MAX } from '@/lib/schemas/procedure'

export type ManagedMilestone = Readonly<{
  kind: MilestoneKind
  baselineOn: PlainDate | null
  plannedOn: PlainDate | null
  actualOn: PlainDate | null
  /** How often its plan has moved. */
  moves: number
  /** Whose approval its next move needs. */
  planApproval: PlanApproval
  /** Last day the reader corrects its proposed plan, which then moves no promise; null when it would. */
  correctUntil: PlainDate | null
  /** Each of those moves, why and by whose approval. */
  history: readonly Readonly<{
    id: string
    nth: number
    from: PlainDate | null
    to: PlainDate | null
    on: PlainDate
    reason: string
    approver: string | null
    /** The office saw an approval given by somebody without an account. */
    onBehalf: boolean
  }>[]
}>

/** The milestones of a project with what was promised and what became of it, and beside them the form of the chosen one. */
export function ManageMilestones({
  projectId,
  milestones,
  chosen,
  approvers,
  pending,
  today,
  formKey,
  t,
}: {
  projectId: string
  milestones: readonly ManagedMilestone[]
  chosen: MilestoneKind
  approvers: Readonly<Record<PlanApproval, readonly Readonly<{ id: string; name: string; unit: string | null }>[]>>
  /** What waits for an approval at the project. */
  pending: readonly ApprovalRow[]
  today: PlainDate
  formKey: string
  t: Translator
}) {
  const name = (kind: MilestoneKind) => t(`project.milestone.${kind}`)
  const own = milestones.find(({ kind }) => kind === chosen)
  const again = own?.planApproval === 'REPLAN_AGAIN'
  const mayApprove = approvers[own?.planApproval ?? 'REPLAN']
  const waits = planWaits(pending, chosen, { approvers: mayApprove, correctUntil: own?.correctUntil ?? null })
  return (
    <section id="milestones">
      <h2>{t('manage.milestone')}</h2>
      <p className="mb-3 text-ink-2">{t('manage.milestoneHint')}</p>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <MilestoneTable projectId={projectId} milestones={milestones} chosen={chosen} today={today} t={t} />
          {own && <MoveList milestone={own} today={today} t={t} />}
        </div>
        <Form
          key={chosen}
          action={setMilestone}
          formKey={formKey}
          label={t('manage.milestone')}
          className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1"
        >
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="kind" value={chosen} />
          <h3 className="font-semibold sm:col-span-full">{name(chosen)}</h3>
          <Began name={`began.${chosen}.plannedOn`} value={own?.plannedOn ?? ''} />
          <Began name={`began.${chosen}.actualOn`} value={own?.actualOn ?? ''} />
          {waits ? (
            <>
              <WaitsFor row={waits} today={today} t={t} />
              <input type="hidden" name="plannedOn" value={own?.plannedOn ?? ''} />
            </>
          ) : (
            <TextField
              name="plannedOn"
              type="date"
              label={t('manage.plannedOn')}
              hint={t('form.optional')}
              initial={own?.plannedOn ?? undefined}
            />
          )}
          <TextField
            name="actualOn"
            type="date"
            label={t('manage.actualOn')}
            hint={t('form.optional')}
            initial={own?.actualOn ?? undefined}
            max={today}
          />
          {own?.actualOn && chosen !== 'IN_LIBRARY' && (
            <Check name="takeBack" value="true" label={t('manage.takeBack')} />
          )}
          <WhenAsked name="despite">
            <div className="grid gap-3 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3 sm:col-span-full">
              <Choice
                name="despite"
                label={t('procedurePage.doubt.ask')}
                empty={t('procedurePage.doubt.choose')}
                options={DESPITE.map((value) => ({ value, label: t(`procedurePage.doubt.reason.${value}`) }))}
              />
              <TextField
                name="despiteNote"
                label={t('procedurePage.doubt.note')}
                hint={t('procedurePage.doubt.noteHint')}
                maxLength={REASON_MAX}
              />
            </div>
          </WhenAsked>
          {earlierWorks(chosen).map((kind) => (
            <WhenAsked key={kind} name={`earlier.${kind}`}>
              <TextField
                name={`earlier.${kind}`}
                type="date"
                label={t('manage.earlierOn', { kind: name(kind) })}
                hint={t('manage.earlierHint')}
                max={today}
              />
            </WhenAsked>
          ))}
          {own?.correctUntil && (
            <p className="text-sm text-ink-2 sm:col-span-full">
              {t('procedurePage.correctUntil', { day: dayIn(own.correctUntil, today) })}
            </p>
          )}
          <WhenAsked
            name="reason"
            from={own?.actualOn != null || (!waits && own?.plannedOn != null && own.correctUntil === null)}
          >
            <TextField
              name="reason"
              label={t(own?.actualOn ? 'manage.changeReason' : 'manage.moveReason')}
              hint={t('procedurePage.planReasonHint', { n: (own?.moves ?? 0) + 1 })}
              maxLength={REASON_MAX}
              className="sm:col-span-full"
            />
          </WhenAsked>
          {again && !waits && (
            <p className="text-sm text-ink-2 sm:col-span-full">
              {t(mayApprove.length > 0 ? 'procedurePage.planAgain' : 'procedurePage.planNobody', {
                n: (own?.moves ?? 0) + 1,
                most: PLAN_MOVES_MAX,
              })}
            </p>
          )}
          {mayApprove.length > 0 && !waits && (
            <WhenAsked name="approverId">
              <Choice
                name="approverId"
                label={t(again ? 'procedurePage.planLeader' : 'procedurePage.planApprover')}
                empty={t('form.choose')}
                options={mayApprove.map((a) => ({ value: a.id, label: [a.name, a.unit].filter(Boolean).join('　') }))}
                className="sm:col-span-full"
              />
            </WhenAsked>
          )}
          <Submit className="justify-self-start">{t('manage.saveMilestone')}</Submit>
        </Form>
      </div>
    </section>
  )
}

/** How the plan of the chosen milestone came to be what it is: every move with its reason and who approved it. */
function MoveList({ milestone, today, t }: { milestone: ManagedMilestone; today: PlainDate; t: Translator }) {
  if (milestone.history.length === 0) return null
  const day = (on: PlainDate | null) => (on ? dayIn(on, today) : '—')
  return (
    <section className="mt-4">
      <h3 className="font-semibold">{t('manage.moveHistory', { kind: t(`project.milestone.${milestone.kind}`) })}</h3>
      <ol className="mt-1 space-y-1.5 text-sm">
        {milestone.history.map((move) => (
          <li key={move.id}>
            {t(move.nth === 0 ? 'procedurePage.planCorrected' : 'procedurePage.planMove', {
              n: move.nth,
              from: day(move.from),
              to: day(move.to),
            })}
            <span className="block text-ink-2">
              {listed(
                [
                  move.reason !== '' && t('projectPage.act.reason', { text: move.reason }),
                  move.onBehalf && t('approval.onBehalf'),
                  move.approver && t('procedurePage.approvedBy', { name: move.approver }),
                  t('manage.movedOn', { day: dayIn(move.on, today) }),
                ],
                t,
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const th =
  'border-b border-control bg-thead px-2 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2 max-sm:px-1 max-sm:whitespace-normal'
const td = 'border-b border-divider px-2 py-1.5 whitespace-nowrap max-sm:px-1 max-sm:text-sm'
/** What a phone has no column for, and says under the planned day. */
const wide = 'max-sm:hidden'

function MilestoneTable({
  projectId,
  milestones,
  chosen,
  today,
  t,
}: {
  projectId: string
  milestones: readonly ManagedMilestone[]
  chosen: MilestoneKind
  today: PlainDate
  t: Translator
}) {
  const day = (on: PlainDate | null) => (on ? dayIn(on, today) : '—')
  return (
    <section tabIndex={0} className="overflow-x-auto" aria-label={t('manage.milestones')}>
      <table className="w-full">
        <thead>
          <tr>
            {(['kind', 'baselineOn', 'plannedOn', 'actualOn', 'moves'] as const).map((column) => (
              <th key={column} scope="col" className={clsx(th, column === 'moves' && wide)}>
                {t(`manage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {milestones.map((m) => (
            <tr key={m.kind} className={clsx(m.kind === chosen && 'bg-zebra')}>
              <th scope="row" className={`${td} text-left font-normal max-sm:whitespace-normal`}>
                <Link
                  href={`/projects/${projectId}/manage?kind=${m.kind}`}
                  aria-current={m.kind === chosen || undefined}
                  scroll={false}
                  className={clsx('text-link', m.kind === chosen && 'font-semibold')}
                >
                  {t(`project.milestone.${m.kind}`)}
                </Link>
              </th>
              <td className={td}>{day(m.baselineOn)}</td>
              <td className={td}>
                {day(m.plannedOn)}
                {m.moves > 0 && (
                  <span className="block text-xs text-ink-2 sm:hidden">{t('manage.movedNth', { n: m.moves })}</span>
                )}
              </td>
              <td className={td}>{day(m.actualOn)}</td>
              <td className={`${td} ${wide}`}>{m.moves > 0 ? t('manage.movedTimes', { n: m.moves }) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
