import { Provisional } from '@/components/level/provisional'
import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { FormPreview } from '@/components/ui/form-parts'
import { KeepDraft } from '@/components/ui/keep-draft'
import { addProject } from '@/lib/actions/projects'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { StartDoubt } from '@/lib/domain/plan-start'
import { NATURES, STAGES } from '@/lib/domain/project'
import type { CountedDay } from '@/lib/domain/provisional'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { NAME_MAX } from '@/lib/schemas/project-change'
import { StewardChoice } from './steward-choice'

type Named = Readonly<{ id: string; shortName?: string; name?: string }>
export type CreationPlan = Readonly<{
  start: CountedDay | null
  production: CountedDay | null
  items: readonly Readonly<{
    code: string
    stage: string
    nameZh: string
    nameEn: string
    agency: string
    promisedWd: number
    /** Null where it waits for works of an unknown length. */
    submitOn: PlainDate | null
    finishOn: PlainDate | null
    provisional: boolean
  }>[]
}>

/** Step 2: what nobody else knows yet, and the proposed plan to correct. */
export function CreationForm({
  plan,
  template,
  startOn,
  doubt,
  worksWd,
  applies,
  choices,
  draft,
  formKey,
  locale,
}: {
  plan: CreationPlan
  template: string
  startOn: PlainDate
  /** Why the first day may be a slip. */
  doubt: StartDoubt | null
  worksWd: number | null
  applies: readonly string[]
  choices: Readonly<{
    taskforces: readonly Named[]
    streets: readonly Named[]
    leaders: readonly Named[]
    stewards: readonly Readonly<{ id: string; name: string; projects: number }>[]
  }>
  draft: string
  formKey: string
  locale: Locale
}) {
  const t = translator(locale)
  const open = plan.items.some((item) => item.finishOn === null)
  const told = (day: CountedDay) => (day.provisional ? `${day.on} ${t('level.provisional')}` : day.on)
  const options = (list: readonly Named[]) => list.map((o) => ({ value: o.id, label: o.shortName ?? o.name ?? '' }))
  return (
    <Form action={addProject} formKey={formKey} label={t('creation.title')} className="space-y-6">
      <KeepDraft
        id={draft}
        never={['contactName', 'contactPhone']}
        words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }}
      />
      {doubt && (
        <div className="border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
          <p>{t(`creation.doubt.${doubt}`, { day: startOn })}</p>
          <TextField
            name="startReason"
            label={t('creation.startReason')}
            maxLength={REASON_MAX}
            className="mt-2 max-w-[560px]"
          />
        </div>
      )}
      <input type="hidden" name="templateCode" value={template} />
      <input type="hidden" name="startOn" value={startOn} />
      {worksWd !== null && <input type="hidden" name="worksWd" value={worksWd} />}
      {applies.map((code) => (
        <input key={code} type="hidden" name="applies[]" value={code} />
      ))}
      <section>
        <h2 className="mb-2 text-lg font-semibold">{t('creation.basics')}</h2>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <TextField name="name" label={t('creation.name')} maxLength={NAME_MAX} className="sm:col-span-2" />
          <TextField
            name="code"
            label={t('creation.code')}
            hint={t('form.optional')}
            maxLength={40}
            className="sm:col-span-2"
          />
          <Choice
            name="nature"
            label={t('creation.nature')}
            empty={t('form.choose')}
            options={NATURES.map((n) => ({ value: n, label: t(`project.nature.${n}`) }))}
          />
          <Choice
            name="stage"
            label={t('creation.stage')}
            initial="PLANNING"
            options={STAGES.map((s) => ({ value: s, label: t(`project.stage.${s}`) }))}
          />
          <TextField
            name="totalWan"
            label={t('creation.totalWan')}
            hint={t('form.optional')}
            inputMode="decimal"
            maxLength={16}
          />
          <TextField
            name="yearPlanWan"
            label={t('creation.yearPlanWan')}
            hint={t('form.optional')}
            inputMode="decimal"
            maxLength={16}
          />
          <TextField name="buildFrom" label={t('creation.buildFrom')} hint={t('creation.monthHint')} maxLength={7} />
          <TextField name="buildTo" label={t('creation.buildTo')} hint={t('creation.monthHint')} maxLength={7} />
          <TextArea
            name="content"
            rows={2}
            label={t('creation.content')}
            hint={t('form.optional')}
            maxLength={300}
            className="sm:col-span-2"
          />
        </div>
      </section>
      <section>
        <h2 className="mb-2 text-lg font-semibold">{t('creation.team')}</h2>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <Choice
            name="taskforceId"
            label={t('creation.taskforce')}
            empty={t('form.choose')}
            options={options(choices.taskforces)}
          />
          <Choice
            name="streetId"
            label={t('creation.street')}
            empty={t('form.choose')}
            options={options(choices.streets)}
          />
          <Choice
            name="leaderId"
            label={t('creation.leader')}
            hint={t('form.optional')}
            empty={t('form.choose')}
            options={options(choices.leaders)}
          />
          <StewardChoice name="stewardId" label={t('creation.steward')} stewards={choices.stewards} t={t} />
          <TextField
            name="enterpriseName"
            label={t('creation.enterpriseName')}
            maxLength={NAME_MAX}
            className="sm:col-span-2"
          />
          <TextField name="contactName" label={t('creation.contactName')} hint={t('form.optional')} maxLength={20} />
          <TextField
            name="contactPhone"
            label={t('creation.contactPhone')}
            hint={t('form.optional')}
            inputMode="numeric"
            maxLength={13}
          />
        </div>
      </section>
      <section>
        <h2 className="text-lg font-semibold">{t('creation.plan')}</h2>
        <p className="mb-2 text-ink-2">
          {t('creation.planHint')}
          {plan.start && (plan.production || open) && (
            <b className="ml-2 font-medium text-ink">
              {plan.production
                ? t('creation.milestones', { start: told(plan.start), production: told(plan.production) })
                : t('creation.milestonesOpen', { start: told(plan.start) })}
            </b>
          )}
        </p>
        {open && (
          <p className="mb-2 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-2">
            {t('creation.worksOpen')}
          </p>
        )}
        {plan.items.some((item) => item.provisional) && (
          <p className="mt-1.5 text-xs text-ink-3">{t('creation.planFirm')}</p>
        )}
        <ul className="border-t border-control">
          {plan.items.map((item) => (
            <li key={item.code}>
              <fieldset
                aria-label={locale === 'en' ? item.nameEn : item.nameZh}
                className="grid grid-cols-2 items-end gap-x-3 gap-y-1 border-b border-divider py-2 md:grid-cols-[minmax(0,1fr)_120px_80px_170px_170px]"
              >
                <span className="max-md:col-span-2">
                  {locale === 'en' ? item.nameEn : item.nameZh}
                  {item.finishOn === null && <span className="ml-2 text-sm text-ink-3">{t('creation.open')}</span>}
                  <Provisional when={item.provisional} t={t} />
                </span>
                <span title={agencyText(item.agency, locale)} className="truncate text-ink-2">
                  {agencyText(item.agency, locale)}
                </span>
                <span className="text-ink-3">{t('account.promise', { n: item.promisedWd })}</span>
                <TextField
                  name={`plans.${item.code}.submitOn`}
                  type="date"
                  label={t('creation.submitOn')}
                  initial={item.submitOn ?? undefined}
                  className="[&_label]:mb-0 [&_label]:text-xs [&_label]:font-normal [&_label]:text-ink-3"
                />
                <TextField
                  name={`plans.${item.code}.finishOn`}
                  type="date"
                  label={t('creation.finishOn')}
                  initial={item.finishOn ?? undefined}
                  className="[&_label]:mb-0 [&_label]:text-xs [&_label]:font-normal [&_label]:text-ink-3"
                />
              </fieldset>
            </li>
          ))}
        </ul>
      </section>
      <FormPreview />
      <Submit className="btn-big px-8!">{t('creation.create')}</Submit>
    </Form>
  )
}
