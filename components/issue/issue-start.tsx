import { ProjectField } from '@/components/project/project-field'
import { EnterpriseField } from '@/components/service/name-field'
import { Choice, TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { enterIssue } from '@/lib/actions/issues'
import type { IssueSource } from '@/lib/domain/issue/issue'
import { ISSUE_KINDS } from '@/lib/domain/issue/kind'
import type { Translator } from '@/lib/i18n/translator'
import { ISSUE_TEXT_MAX, type IssueStart } from '@/lib/schemas/issue'

const named = (rows: readonly Readonly<{ id: string; name: string }>[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }))

/** A problem in a sentence; what it is about is known where somebody came from it, everything else can be left as it is. */
export function IssueStartForm({
  start,
  text,
  source,
  formKey,
  t,
}: {
  start: IssueStart
  text: string | undefined
  source: IssueSource | undefined
  formKey: string
  t: Translator
}) {
  const { project, procedure } = start
  return (
    <Form action={enterIssue} formKey={formKey} label={t('issue.start.title')} className="max-w-2xl space-y-4">
      {project && <input type="hidden" name="projectId" value={project.id} />}
      {procedure && <input type="hidden" name="procedureId" value={procedure.id} />}
      {start.walk && <input type="hidden" name="walkId" value={start.walk.id} />}
      <TextArea
        name="text"
        label={t('issue.start.text')}
        hint={t('issue.start.textHint')}
        placeholder={t('issue.start.placeholder')}
        initial={text}
        rows={3}
        maxLength={ISSUE_TEXT_MAX}
      />
      {!project && start.projects.projects.length > 0 && (
        <ProjectField
          label={t('issue.start.project')}
          hint={t('issue.start.projectHint')}
          empty={t('issue.start.noProject')}
          current={start.projects.projects.length === 1 ? start.projects.projects[0] : null}
          offers={start.projects}
        />
      )}
      {start.enterprises && (
        <EnterpriseField
          label={t('issue.start.enterprise')}
          hint={t('issue.start.enterpriseHint')}
          initial={start.enterprise?.name}
          offers={start.enterprises}
        />
      )}
      {start.units.length > 0 && (
        <Choice
          name="unitId"
          label={t('issue.start.unit')}
          hint={t('issue.start.unitHint')}
          empty={t('issue.start.noUnit')}
          options={named(start.units)}
        />
      )}
      <details>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
          {t('issue.start.more')}
        </summary>
        <div className="mt-2 flex flex-wrap gap-3">
          <Choice
            name="kind"
            label={t('issue.start.kind')}
            empty={t('issue.start.kindAuto')}
            options={ISSUE_KINDS.map((kind) => ({ value: kind, label: t(`issue.kind.${kind}`) }))}
            className="min-w-0 flex-1 basis-48"
          />
          {!start.walk && start.sources.length > 1 && (
            <Choice
              name="source"
              label={t('issue.start.source')}
              initial={source ?? start.sources[0]}
              options={start.sources.map((one) => ({ value: one, label: t(`issue.source.${one}`) }))}
              className="min-w-0 flex-1 basis-48"
            />
          )}
        </div>
      </details>
      <Submit>{t('issue.start.submit')}</Submit>
    </Form>
  )
}
