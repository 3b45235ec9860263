import { Fragment } from 'react'
import { Began, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { WhenAsked } from '@/components/ui/form-parts'
import { handOver, joinAgency, moveStage, setMilestone } from '@/lib/actions/projects'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  earlierWorks,
  MILESTONES,
  type MilestoneKind,
  STAGES,
  STATUSES,
  type Stage,
  type Status,
} from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { StewardChoice } from './steward-choice'

export type Management = Readonly<{
  id: string
  version: number
  stage: Stage
  status: Status
  stewardId: string | null
  approvers: readonly Readonly<{ id: string; name: string }>[]
  mergeTargets: readonly Readonly<{ id: string; name: string }>[]
  handoverTo: string | null
  /** Every milestone with the days it has. */
  milestones: readonly Readonly<{ kind: MilestoneKind; plannedOn: PlainDate | null; actualOn: PlainDate | null }>[]
}>

/** Milestones that others can only follow. */
const EARLIER = MILESTONES.filter((kind) => MILESTONES.some((later) => earlierWorks(later).includes(kind)))

/** Stage, milestones and handover of a project: each its own form, each with its own rules. */
export function ManageProject({
  project,
  stewards,
  agencies,
  may,
  today,
  formKeys,
  t,
}: {
  project: Management
  stewards: readonly Readonly<{ id: string; name: string; projects: number }>[]
  agencies: readonly Readonly<{ id: string; shortName: string }>[]
  may: Readonly<{ stage: boolean; handover: boolean }>
  today: PlainDate
  formKeys: readonly [string, string, string, string]
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
            className="grid gap-4 sm:grid-cols-3"
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
              options={STATUSES.map((s) => ({ value: s, label: t(`project.status.${s}`) }))}
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
            />
            <TextField name="reason" label={t('form.reason')} hint={t('form.optional')} maxLength={REASON_MAX} />
            <Submit className="justify-self-start">{t('manage.save')}</Submit>
          </Form>
        </section>
      )}
      <section>
        <h2>{t('manage.milestone')}</h2>
        <p className="mb-3 text-ink-2">{t('manage.milestoneHint')}</p>
        <Form
          action={setMilestone}
          formKey={formKeys[1]}
          label={t('manage.milestone')}
          className="grid gap-4 sm:grid-cols-3"
        >
          <input type="hidden" name="projectId" value={project.id} />
          <Choice
            name="kind"
            label={t('manage.kind')}
            options={MILESTONES.map((m) => ({ value: m, label: t(`project.milestone.${m}`) }))}
          />
          {project.milestones.map(({ kind, plannedOn, actualOn }) => (
            <Fragment key={kind}>
              <Began name={`began.${kind}.plannedOn`} value={plannedOn ?? ''} />
              <Began name={`began.${kind}.actualOn`} value={actualOn ?? ''} />
            </Fragment>
          ))}
          <TextField name="plannedOn" type="date" label={t('manage.plannedOn')} hint={t('form.optional')} />
          <TextField name="actualOn" type="date" label={t('manage.actualOn')} hint={t('form.optional')} max={today} />
          {EARLIER.map((kind) => (
            <WhenAsked key={kind} name={`earlier.${kind}`}>
              <TextField
                name={`earlier.${kind}`}
                type="date"
                label={t('manage.earlierOn', { kind: t(`project.milestone.${kind}`) })}
                hint={t('manage.earlierHint')}
                max={today}
              />
            </WhenAsked>
          ))}
          <TextField
            name="reason"
            label={t('form.reason')}
            hint={t('form.optional')}
            maxLength={REASON_MAX}
            className="sm:col-span-3"
          />
          <Submit className="justify-self-start">{t('manage.save')}</Submit>
        </Form>
      </section>
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
          <Submit>{t('manage.save')}</Submit>
        </Form>
      </section>
      {may.handover && (
        <section>
          <h2>{t('manage.handover')}</h2>
          {project.handoverTo ? (
            <p className="text-ink-2">{t('manage.handoverOpen', { name: project.handoverTo })}</p>
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
                <Submit>{t('manage.propose')}</Submit>
              </Form>
            </>
          )}
        </section>
      )}
    </div>
  )
}
