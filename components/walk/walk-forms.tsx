import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { KeepDraft } from '@/components/ui/keep-draft'
import {
  cancelWalk,
  correctFinding,
  dropWalkStep,
  findOnWalk,
  finishWalk,
  recordWalkStep,
  startWalk,
} from '@/lib/actions/walks'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINDING_KINDS, WALK_MODES, WALK_PLACES, type WalkMode, type WalkPlace } from '@/lib/domain/walk'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import {
  type FindingRow,
  LAST_STEP,
  LEADER_MAX,
  STEP_NAME_MAX,
  STEP_REMARK_MAX,
  WALK_TEXT_MAX,
  type WalkDetail,
  type WalkStepLine,
} from '@/lib/schemas/walk'
import { StepClock } from './step-clock'

type Named = Readonly<{ id: string; name: string }>
type Props = Readonly<{ walk: WalkDetail; formKey: () => string; locale: Locale }>

const named = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ value: id, label: name }))

/** Says which procedure is walked, how and where. */
export function StartWalkForm({
  units,
  items,
  own,
  finding,
  leader,
  formKey,
  today,
  locale,
}: {
  units: readonly Named[]
  items: readonly Readonly<{ code: string; nameZh: string; nameEn: string }>[]
  /** The unit of whoever walks. */
  own: string | null
  /** What is walked again. */
  finding: Readonly<{
    id: string
    walk: Readonly<{ code: string; mode: WalkMode; place: WalkPlace }>
  }> | null
  leader: string
  formKey: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const shown = finding ? items.filter(({ code }) => code === finding.walk.code) : items
  return (
    <Form action={startWalk} formKey={formKey} label={t('walk.form.title')} className="space-y-4">
      {finding && <input type="hidden" name="verifiesId" value={finding.id} />}
      <Choice
        name="code"
        label={t('walk.form.code')}
        initial={finding?.walk.code}
        empty={finding ? undefined : t('walk.form.choose')}
        options={shown.map(({ code, nameZh, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : nameZh }))}
      />
      <div className="flex flex-wrap gap-3">
        <Choice
          name="mode"
          label={t('walk.form.mode')}
          initial={finding?.walk.mode ?? 'SELF'}
          options={WALK_MODES.map((mode) => ({ value: mode, label: t(`walk.mode.${mode}`) }))}
          className="min-w-0 flex-1 basis-40"
        />
        <Choice
          name="place"
          label={t('walk.form.place')}
          initial={finding?.walk.place ?? 'HALL'}
          options={WALK_PLACES.map((place) => ({ value: place, label: t(`walk.place.${place}`) }))}
          className="min-w-0 flex-1 basis-40"
        />
      </div>
      {units.length > 0 && (
        <Choice
          name="unitId"
          label={t('walk.form.unit')}
          initial={own ?? undefined}
          options={named(units)}
          className="max-w-80"
        />
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="leader"
          label={t('walk.form.leader')}
          hint={t('walk.form.leaderHint')}
          placeholder={leader}
          maxLength={LEADER_MAX}
          className="min-w-0 flex-1 basis-56"
        />
        <TextField
          name="on"
          type="date"
          label={t('walk.form.on')}
          initial={today}
          max={today}
          className="min-w-0 flex-1 basis-40"
        />
      </div>
      <Submit className="max-sm:btn-big max-sm:w-full">{t('walk.form.submit')}</Submit>
    </Form>
  )
}

const digits = { inputMode: 'numeric', maxLength: 4, className: 'min-w-0 flex-1 basis-24' } as const

function StepFields({ step, names, locale }: { step?: WalkStepLine; names?: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <TextField
        name="name"
        label={t('walk.record.stepName')}
        hint={step ? undefined : t('walk.record.stepHint')}
        initial={step?.name}
        maxLength={STEP_NAME_MAX}
        list={names}
      />
      <div className="flex flex-wrap gap-3">
        <TextField name="minutes" label={t('walk.record.minutes')} initial={step && String(step.minutes)} {...digits} />
        <TextField name="papers" label={t('walk.record.papers')} initial={step && String(step.papers)} {...digits} />
        <TextField name="trips" label={t('walk.record.trips')} initial={step && String(step.trips)} {...digits} />
      </div>
      <TextField
        name="remark"
        label={t('walk.record.remark')}
        hint={t('form.optional')}
        initial={step?.remark ?? undefined}
        maxLength={STEP_REMARK_MAX}
      />
    </>
  )
}

/** One step on the way, its minutes by the clock of the phone. A connection that is lost loses nothing. */
export function StepForm({ walk, formKey, locale }: Props) {
  const t = translator(locale)
  const words = {
    label: t('walk.clock.label'),
    start: t('walk.clock.start'),
    stop: t('walk.clock.stop'),
    idle: t('walk.clock.idle'),
    since: t('walk.clock.since', { at: '{at}', n: '{n}' }),
  }
  return (
    <Form
      key={walk.lines.length}
      action={recordWalkStep}
      formKey={formKey()}
      keep={{ form: 'walkStep', label: t('walk.record.kept', { item: walk.item }), href: `/services/walks/${walk.id}` }}
      label={t('walk.record.step')}
      className="space-y-3"
    >
      <input type="hidden" name="walkId" value={walk.id} />
      <StepClock walkId={walk.id} words={words} />
      {walk.stepNames.length > 0 && (
        <datalist id="steps-before">
          {walk.stepNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <StepFields names={walk.stepNames.length > 0 ? 'steps-before' : undefined} locale={locale} />
      <Submit className="max-sm:btn-big max-sm:w-full">{t('walk.record.saveStep')}</Submit>
    </Form>
  )
}

/** Corrects a step, or takes it out. */
export function CorrectStep({ walk, step, formKey, locale }: Props & Readonly<{ step: WalkStepLine }>) {
  const t = translator(locale)
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm text-link max-sm:min-h-11">
        {t('walk.record.correct')}
        <span className="sr-only">{step.name}</span>
      </summary>
      <Form
        action={recordWalkStep}
        formKey={formKey()}
        label={`${t('walk.record.correct')} ${step.name}`}
        className="mt-1 space-y-3 border-l-[3px] border-divider pl-3"
      >
        <input type="hidden" name="walkId" value={walk.id} />
        <input type="hidden" name="stepId" value={step.id} />
        <StepFields step={step} locale={locale} />
        <Submit quiet>{t('form.save')}</Submit>
      </Form>
      <Form action={dropWalkStep} formKey={formKey()} className="mt-2 pl-3">
        <input type="hidden" name="walkId" value={walk.id} />
        <input type="hidden" name="stepId" value={step.id} />
        <Submit quiet label={`${t('walk.record.drop')} ${step.name}`}>
          {t('walk.record.drop')}
        </Submit>
      </Form>
    </details>
  )
}

/** What was in the way, in one sentence: everything else is there already and can be changed. */
export function FindForm({
  walk,
  draft,
  formKey,
  today,
  locale,
}: Props & Readonly<{ draft: string; today: PlainDate }>) {
  const t = translator(locale)
  const ownerHere = walk.owners.some(({ id }) => id === walk.unit.id)
  return (
    <Form
      key={walk.found.length}
      action={findOnWalk}
      formKey={formKey()}
      keep={{
        form: 'walkFinding',
        label: t('walk.record.keptFind', { item: walk.item }),
        href: `/services/walks/${walk.id}`,
        drafts: [draft],
      }}
      label={t('walk.record.find')}
      className="space-y-3"
    >
      <KeepDraft id={draft} words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }} />
      <input type="hidden" name="walkId" value={walk.id} />
      <TextArea
        name="text"
        label={t('walk.record.text')}
        hint={t('walk.record.textHint')}
        placeholder={t('walk.record.placeholder')}
        rows={5}
        maxLength={WALK_TEXT_MAX}
      />
      <div className="flex flex-wrap gap-3">
        <Choice
          name="kind"
          label={t('walk.record.kind')}
          initial={FINDING_KINDS[0]}
          options={FINDING_KINDS.map((kind) => ({ value: kind, label: t(`walk.kind.${kind}`) }))}
          className="min-w-0 flex-1 basis-28"
        />
        <Choice
          name="step"
          label={t('walk.record.at')}
          initial={walk.state === 'WALKING' ? LAST_STEP : undefined}
          empty={t('walk.record.whole')}
          options={[
            // The form stays as it is when a step is written down beside it.
            ...(walk.state === 'WALKING' ? [{ value: LAST_STEP, label: t('walk.record.last') }] : []),
            ...walk.lines.map(({ name }) => ({ value: name, label: name })),
          ]}
          className="min-w-0 flex-1 basis-40"
        />
      </div>
      <details open={!ownerHere}>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
          {t('walk.record.more')}
        </summary>
        <div className="mt-1 flex flex-wrap gap-3">
          <Choice
            name="ownerId"
            label={t('walk.record.owner')}
            empty={ownerHere ? t('walk.record.ownerDefault') : t('walk.form.choose')}
            options={named(walk.owners)}
            className="min-w-0 flex-1 basis-48"
          />
          <TextField
            name="dueOn"
            type="date"
            label={t('walk.record.due')}
            hint={t('walk.record.dueHint', { day: dayIn(walk.usualDue, today) })}
            min={today}
            className="min-w-0 flex-1 basis-48"
          />
        </div>
      </details>
      <Submit className="max-sm:btn-big max-sm:w-full">{t('walk.record.saveFind')}</Submit>
    </Form>
  )
}

/** Corrects what was found, as long as the walk goes on and nobody mends it. */
export function CorrectFinding({
  walk,
  finding,
  formKey,
  today,
  locale,
}: Props & Readonly<{ finding: FindingRow; today: PlainDate }>) {
  const t = translator(locale)
  const label = `${t('walk.record.correctFind')} ${finding.text}`
  return (
    <details className="no-print w-full">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm text-link max-sm:min-h-11">
        {t('walk.record.correctFind')}
        <span className="sr-only">{finding.text}</span>
      </summary>
      <Form
        action={correctFinding}
        formKey={formKey()}
        label={label}
        className="mt-1 space-y-3 border-l-[3px] border-divider pl-3"
      >
        <input type="hidden" name="findingId" value={finding.id} />
        <input type="hidden" name="version" value={finding.version} />
        <TextArea name="text" label={t('walk.record.text')} initial={finding.text} rows={3} maxLength={WALK_TEXT_MAX} />
        <div className="flex flex-wrap gap-3">
          <Choice
            name="kind"
            label={t('walk.record.kind')}
            initial={finding.kind}
            options={FINDING_KINDS.map((kind) => ({ value: kind, label: t(`walk.kind.${kind}`) }))}
            className="min-w-0 flex-1 basis-28"
          />
          <Choice
            name="step"
            label={t('walk.record.at')}
            initial={finding.step ?? undefined}
            empty={t('walk.record.whole')}
            options={[...new Set(walk.lines.map(({ name }) => name))].map((name) => ({ value: name, label: name }))}
            className="min-w-0 flex-1 basis-40"
          />
          <Choice
            name="ownerId"
            label={t('walk.record.owner')}
            initial={finding.owner.id}
            options={named(walk.owners)}
            className="min-w-0 flex-1 basis-48"
          />
          <TextField
            name="dueOn"
            type="date"
            label={t('walk.record.due')}
            initial={finding.dueOn}
            min={today}
            className="min-w-0 flex-1 basis-48"
          />
        </div>
        <Submit quiet>{t('form.save')}</Submit>
      </Form>
    </details>
  )
}

/** Ends a walk, or calls it off. */
export function FinishForms({ walk, formKey, locale }: Props) {
  const t = translator(locale)
  return (
    <>
      <Form action={finishWalk} formKey={formKey()} label={t('walk.record.finish')} className="space-y-3">
        <input type="hidden" name="walkId" value={walk.id} />
        <input type="hidden" name="version" value={walk.version} />
        <p className="text-ink-2">{t('walk.record.finishHint')}</p>
        <TextField
          name="days"
          label={t('walk.record.days')}
          hint={t('walk.record.daysHint')}
          inputMode="numeric"
          maxLength={3}
        />
        <TextArea
          name="note"
          label={t('walk.record.note')}
          hint={t('form.optional')}
          rows={2}
          maxLength={WALK_TEXT_MAX}
        />
        <Submit className="max-sm:btn-big max-sm:w-full">{t('walk.record.finish')}</Submit>
      </Form>
      {walk.findings === 0 && (
        <details className="mt-3">
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('walk.record.cancel')}
          </summary>
          <Form action={cancelWalk} formKey={formKey()} label={t('walk.record.cancel')} className="mt-1 space-y-2">
            <input type="hidden" name="walkId" value={walk.id} />
            <input type="hidden" name="version" value={walk.version} />
            <p className="text-ink-2">{t('walk.record.cancelHint')}</p>
            <Submit quiet>{t('walk.record.cancel')}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}
