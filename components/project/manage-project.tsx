import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { handOver, joinAgency, moveStage, takeBackHandover } from '@/lib/actions/projects'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PlanApproval } from '@/lib/domain/plan-change'
import { type MilestoneKind, STAGES, STATUSES, type Stage, type Status } from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { HandoverAnswer } from './handover-answer'
import { type ManagedMilestone, ManageMilestones } from './manage-milestones'
import { StewardChoice } from './steward-choice'

export type Management = Readonly<{
  id: string
  version: number
  stage: Stage
  status: Status
  stewardId: string | null
  approvers: readonly Readonly<{ id: string; name: string }>[]
  mergeTargets: readonly Readonly<{ id: string; name: string }>[]
  /** A proposal nobody has answered yet, and whether the reader answers it or may take it back. */
  handover: Readonly<{ id: string; from: string; to: string; receives: boolean; mine: boolean }> | null
  /** Who can approve that a plan moves, the first two times and from the third on; nobody where the reader may. */
  planApprovers: Readonly<Record<PlanApproval, readonly Readonly<{ id: string; name: string; unit: string | null }>[]>>
  milestones: readonly ManagedMilestone[]
}>

/** Stage, milestones and handover of a project: each its own form, each with its own rules. */
export function ManageProject({
  project,
  stewards,
  agencies,
  may,
  kind,
  pending,
  today,
  formKeys,
  answerKey,
  t,
}: {
  project: Management
  stewards: readonly Readonly<{ id: string; name: string; projects: number }>[]
  agencies: readonly Readonly<{ id: string; shortName: string }>[]
  may: Readonly<{ stage: boolean; handover: boolean }>
  /** The milestone the form is about. */
  kind: MilestoneKind
  /** What waits for an approval at the project. */
  pending: readonly ApprovalRow[]
  today: PlainDate
  formKeys: readonly [string, string, string, string]
  /** Makes the keys of the forms that answer a handover. */
  answerKey: () => string
  t: Translator
}) {
  return (
    <div className="space-y-8 [&_h2]:text-lg [&_h2]:font-semibold">
      {may.stage && (
        <section>
          <h2>{t('manage.stage')}</h2>
          <p className="mb-3 text-ink-2">{t('manage.stageHint')}</p>
          <Form
            action={moveStage}
            formKey={formKeys[0]}
            label={t('manage.stage')}
            className="asks-when-marked grid gap-4 sm:grid-cols-3"
          >
            <input type="hidden" name="projectId" value={project.id} />
            <input type="hidden" name="version" value={project.version} />
            <Choice
              name="stage"
              label={t('manage.newStage')}
              initial={project.stage}
              options={STAGES.map((s) => ({ value: s, label: t(`project.stage.${s}`) }))}
            />
            <Choice
              name="status"
              label={t('manage.newStatus')}
              initial={project.status}
              options={STATUSES.map((s) => ({ value: s, label: t(`project.status.${s}`), mark: s === 'MERGED' }))}
            />
            <TextField name="on" type="date" label={t('manage.on')} initial={today} max={today} />
            <Choice
              name="approverId"
              label={t('form.approver')}
              hint={t('form.optional')}
              empty={t('form.choose')}
              options={project.approvers.map((a) => ({ value: a.id, label: a.name }))}
            />
            <Choice
              name="mergedIntoId"
              label={t('manage.mergedInto')}
              hint={t('form.optional')}
              empty={t('form.choose')}
              options={project.mergeTargets.map((p) => ({ value: p.id, label: p.name }))}
              className="when-marked"
            />
            <TextField name="reason" label={t('form.reason')} hint={t('form.optional')} maxLength={REASON_MAX} />
            <Submit quiet className="justify-self-start">
              {t('manage.saveStage')}
            </Submit>
          </Form>
        </section>
      )}
      <ManageMilestones
        projectId={project.id}
        milestones={project.milestones}
        chosen={kind}
        approvers={project.planApprovers}
        pending={pending}
        today={today}
        formKey={formKeys[1]}
        t={t}
      />
      <section>
        <h2>{t('manage.agency')}</h2>
        <p className="mb-3 text-ink-2">{t('manage.agencyHint')}</p>
        <Form
          action={joinAgency}
          formKey={formKeys[3]}
          label={t('manage.agency')}
          className="flex flex-wrap items-end gap-4"
        >
          <input type="hidden" name="projectId" value={project.id} />
          <Choice
            name="orgId"
            label={t('manage.agencyName')}
            empty={t('form.choose')}
            options={agencies.map((a) => ({ value: a.id, label: a.shortName }))}
            className="w-full max-w-[320px]"
          />
          <Submit quiet>{t('manage.addAgency')}</Submit>
        </Form>
      </section>
      {may.handover && (
        <section>
          <h2>{t('manage.handover')}</h2>
          {project.handover?.receives ? (
            <>
              <p className="text-ink-2">{t('workbench.handoverFrom', { from: project.handover.from })}</p>
              <HandoverAnswer handoverId={project.handover.id} formKey={answerKey} t={t} />
            </>
          ) : project.handover ? (
            <>
              <p className="text-ink-2">{t('manage.handoverOpen', { name: project.handover.to })}</p>
              {project.handover.mine ? (
                <Form action={takeBackHandover} formKey={formKeys[2]} label={t('manage.withdraw')} className="mt-2">
                  <input type="hidden" name="handoverId" value={project.handover.id} />
                  <Submit quiet>{t('manage.withdraw')}</Submit>
                </Form>
              ) : (
                <p className="text-sm text-ink-3">{t('manage.withdrawOthers')}</p>
              )}
            </>
          ) : (
            <>
              <p className="mb-3 text-ink-2">{t('manage.handoverHint')}</p>
              <Form action={handOver} formKey={formKeys[2]} label={t('manage.handover')} className="space-y-4">
                <input type="hidden" name="projectIds[]" value={project.id} />
                <StewardChoice
                  name="toId"
                  label={t('manage.to')}
                  stewards={stewards.filter((s) => s.id !== project.stewardId)}
                  className="max-w-[420px]"
                  t={t}
                />
                <TextArea name="note" rows={2} label={t('manage.note')} maxLength={500} />
                <Submit quiet>{t('manage.propose')}</Submit>
              </Form>
            </>
          )}
        </section>
      )}
    </div>
  )
}
