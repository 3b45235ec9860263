import { Began, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { saveAssignment, saveProject } from '@/lib/actions/projects'
import { NATURES } from '@/lib/domain/project'
import { BASE_FIELDS, type ProjectFacts, TEAM_FIELDS } from '@/lib/domain/project-base'
import type { Translator } from '@/lib/i18n/translator'
import { NAME_MAX } from '@/lib/schemas/project-change'
import { CONTENT_MAX, REMARK_MAX } from '@/lib/schemas/project-edit'

type Option = Readonly<{ id: string; name: string }>
export type EditedProject = Readonly<{
  id: string
  version: number
  year: number
  facts: ProjectFacts
  /** Null when the team is not the reader's to say. */
  choices: Readonly<Record<(typeof TEAM_FIELDS)[number], readonly Option[]>> | null
}>

const TEAM_WORDS = {
  taskforceId: 'creation.taskforce',
  streetId: 'creation.street',
  leaderId: 'creation.leader',
  leadUnitId: 'edit.leadUnit',
} as const
// The tab's storage outlives a session; people's numbers stay out of it.
const PERSONAL = ['contactName', 'contactPhone']

/** Base facts of a project: one form, one save; what others changed meanwhile is brought together field by field. */
export function EditForm({
  project,
  draft,
  formKey,
  t,
}: {
  project: EditedProject
  draft: string
  formKey: string
  t: Translator
}) {
  const { facts, choices } = project
  const fields = choices ? [...BASE_FIELDS, ...TEAM_FIELDS] : BASE_FIELDS
  const optional = t('form.optional')
  return (
    <Form
      action={choices ? saveAssignment : saveProject}
      formKey={formKey}
      label={t('edit.title')}
      className="space-y-6 [&_h2]:mb-2 [&_h2]:text-lg [&_h2]:font-semibold"
    >
      <KeepDraft
        id={draft}
        never={PERSONAL}
        words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }}
      />
      <input type="hidden" name="projectId" value={project.id} />
      <Began name="version" value={String(project.version)} />
      {fields.map((field) => (
        <Began key={field} name={`base.${field}`} value={facts[field]} />
      ))}
      <section>
        <h2>{t('edit.facts')}</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="name"
            label={t('creation.name')}
            initial={facts.name}
            maxLength={NAME_MAX}
            className="sm:col-span-2"
          />
          <TextField name="code" label={t('creation.code')} hint={optional} initial={facts.code} maxLength={40} />
          <Choice
            name="nature"
            label={t('creation.nature')}
            initial={facts.nature}
            empty={facts.nature === '' ? t('form.choose') : undefined}
            options={NATURES.map((n) => ({ value: n, label: t(`project.nature.${n}`) }))}
          />
          <TextArea
            name="content"
            rows={3}
            label={t('creation.content')}
            hint={optional}
            initial={facts.content}
            maxLength={CONTENT_MAX}
            className="sm:col-span-2"
          />
          <TextField
            name="buildFrom"
            label={t('creation.buildFrom')}
            hint={t('creation.monthHint')}
            initial={facts.buildFrom}
            maxLength={7}
          />
          <TextField
            name="buildTo"
            label={t('creation.buildTo')}
            hint={t('creation.monthHint')}
            initial={facts.buildTo}
            maxLength={7}
          />
          <TextField
            name="worksWd"
            label={t('creation.worksWd')}
            hint={t('edit.worksHint')}
            initial={facts.worksWd}
            inputMode="numeric"
            maxLength={4}
          />
        </div>
      </section>
      <section>
        <h2>{t('edit.money')}</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="totalWan"
            label={t('creation.totalWan')}
            hint={optional}
            initial={facts.totalWan}
            inputMode="decimal"
            maxLength={16}
          />
          <TextField
            name="yearPlanWan"
            label={t('edit.yearPlanWan', { year: String(project.year) })}
            hint={optional}
            initial={facts.yearPlanWan}
            inputMode="decimal"
            maxLength={16}
          />
        </div>
      </section>
      <section>
        <h2>{t('edit.people')}</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="enterpriseName"
            label={t('creation.enterpriseName')}
            initial={facts.enterpriseName}
            maxLength={NAME_MAX}
            className="sm:col-span-2"
          />
          <TextField
            name="contactName"
            label={t('creation.contactName')}
            hint={optional}
            initial={facts.contactName}
            maxLength={20}
          />
          <TextField
            name="contactPhone"
            label={t('creation.contactPhone')}
            hint={optional}
            initial={facts.contactPhone}
            inputMode="numeric"
            maxLength={13}
          />
        </div>
      </section>
      {choices && (
        <section>
          <h2>{t('edit.team')}</h2>
          <p className="mb-2 text-ink-2">{t('edit.teamHint')}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {TEAM_FIELDS.map((field) => (
              <Choice
                key={field}
                name={field}
                label={t(TEAM_WORDS[field])}
                initial={facts[field]}
                empty={t('form.choose')}
                options={choices[field].map((o) => ({ value: o.id, label: o.name }))}
              />
            ))}
          </div>
        </section>
      )}
      <TextArea
        name="note"
        rows={2}
        label={t('edit.note')}
        hint={optional}
        initial={facts.note}
        maxLength={REMARK_MAX}
      />
      <div className="flex gap-3 max-sm:flex-col">
        <Submit className="max-sm:btn-big">{t('edit.save')}</Submit>
        <Link href={`/projects/${project.id}`} className="btn">
          {t('form.cancel')}
        </Link>
      </div>
    </Form>
  )
}
