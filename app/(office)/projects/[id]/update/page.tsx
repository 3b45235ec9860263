import { forbidden, notFound } from 'next/navigation'
import { DictatedArea, DictatedField, Dictation } from '@/components/project/dictation'
import { UnchangedTodayList } from '@/components/project/unchanged-today'
import { WeekStanding } from '@/components/project/week-standing'
import { BackBar } from '@/components/shell/back-bar'
import { Began } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { reportProgress, reportUnchanged, sortDictated } from '@/lib/actions/projects'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findUpdateForm } from '@/lib/data/project-brief'
import { loadUnchangedToday } from '@/lib/data/unchanged-undo'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { UPDATE_MAX } from '@/lib/schemas/update'

export const generateMetadata = pageTitle('update.title')

export default async function UpdatePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.update')) forbidden()
  const { id } = await params
  const today = businessDay()
  const project = isUuid(id) ? await findUpdateForm(actor, id, today) : null
  if (!project) notFound()
  const t = translator(locale)
  const saidToday = (await loadUnchangedToday(actor, today)).filter((line) => line.projectId === project.id)
  const draft = draftOf(actor, 'update', project.id)
  const draftWords = { restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }
  const unchangedLabel = t('workbench.keptUnchanged', { name: project.name })
  return (
    <>
      <BackBar href={`/projects/${project.id}`} title={t('update.title')} t={t} />
      <div className="group/update mx-auto max-w-[640px] px-4 pt-6 max-sm:pt-4 sm:px-8">
        <p className="text-ink-2 max-sm:mb-3">{project.name}</p>
        <h1 className="mb-4 text-xl font-semibold max-sm:sr-only">{t('update.title')}</h1>
        {!project.reported && (
          <Form
            action={reportUnchanged}
            formKey={issueFormKey(actor.userId)}
            keep={{ form: 'unchanged', label: unchangedLabel }}
            className="mb-5 flex flex-wrap items-center gap-3 border-b border-divider pb-5"
          >
            <input type="hidden" name="projectIds[]" value={project.id} />
            <Submit quiet>{t('update.unchanged')}</Submit>
            <span className="text-ink-3">{t('update.or')}</span>
          </Form>
        )}
        <UnchangedTodayList lines={saidToday} formKey={() => issueFormKey(actor.userId)} t={t} />
        <Dictation
          action={sortDictated}
          formKey={issueFormKey(actor.userId)}
          keep={<KeepDraft id={`${draft}:said`} also={[draft]} words={draftWords} />}
          words={{
            label: t('update.said'),
            hint: t('update.saidHint'),
            example: t('update.saidExample'),
            sort: t('update.read'),
            sorted: t('update.readHint'),
            unchanged: t(project.reported ? 'update.readUnchangedReported' : 'update.readUnchanged'),
            nothing: t('update.readNothing'),
            lost: t('shell.outbox.lost'),
          }}
        >
          <Form
            action={reportProgress}
            formKey={issueFormKey(actor.userId)}
            keep={{
              form: 'progress',
              label: t('update.kept', { name: project.name }),
              drafts: [draft, `${draft}:said`],
            }}
            label={t('update.title')}
            className="space-y-4"
          >
            {/* The notice above it speaks for both. */}
            <KeepDraft id={draft} words={draftWords} className="group-has-[[data-restored$=':said']]/update:hidden" />
            <input type="hidden" name="projectId" value={project.id} />
            <Began name="began" value={project.began} />
            <Began name="base.nextPlan" value={project.nextPlanText ?? ''} />
            <Began name="base.text" value={project.weekText} />
            <Began name="base.completedWan" value={project.completedWan} />
            <DictatedArea
              name="text"
              label={t('update.text')}
              hint={t('update.textHint')}
              initial={project.weekText || undefined}
              maxLength={UPDATE_MAX}
            />
            {project.progressText && project.progressText !== project.weekText && (
              <p className="-mt-2 text-sm text-ink-3">{t('update.last', { text: project.progressText })}</p>
            )}
            <DictatedArea
              name="nextPlan"
              rows={2}
              label={t('update.nextPlan')}
              hint={t('form.optional')}
              initial={project.nextPlanText ?? undefined}
              maxLength={UPDATE_MAX}
            />
            <DictatedField
              name="completedWan"
              label={t('update.completed')}
              hint={t('update.completedHint')}
              inputMode="decimal"
              initial={project.completedWan || undefined}
              maxLength={40}
            />
            <WeekStanding project={project} today={today} locale={locale} />
            <div className="flex gap-3">
              <Submit>{t('update.save')}</Submit>
              <Link href={`/projects/${project.id}`} className="btn">
                {t('form.cancel')}
              </Link>
            </div>
          </Form>
        </Dictation>
      </div>
    </>
  )
}
