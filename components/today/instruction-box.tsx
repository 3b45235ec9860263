import { Form, Submit } from '@/components/ui/form'
import { instruct } from '@/lib/actions/reminders'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayWithWeekday } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { refusalText } from '@/lib/i18n/refusal-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { InstructionDraft } from '@/lib/schemas/reminder'

/**
 * A sentence is all a leader types 说一句，就派下去: what it was understood to say stands below it before it goes anywhere.
 * The first step is an address, so that it needs no script and Back leads to the sentence.
 */
export function InstructionBox({
  draft,
  sent,
  formKey,
  today,
  locale,
}: {
  draft: InstructionDraft | null
  /** One has just gone out. */
  sent: boolean
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <section id="say" className="mb-7 scroll-mt-14">
      <h2 className="mb-2 text-lg font-semibold">{t('day.instruct.title')}</h2>
      {sent && (
        <p role="status" className="mb-2 text-green-ink">
          {t('day.instruct.done')}
        </p>
      )}
      <div className="rounded border border-control bg-card p-3">
        <form method="get" action="/#say" aria-label={t('day.instruct.title')}>
          <textarea
            name="say"
            rows={2}
            required
            aria-label={t('day.instruct.title')}
            placeholder={t('day.instruct.hint')}
            defaultValue={draft?.text}
            className="field"
          />
          {draft && draft.projects.length > 1 && !draft.project && (
            <fieldset className="mt-2">
              <legend className="font-semibold">{t('day.instruct.whichProject')}</legend>
              {draft.projects.map(({ id, name }, i) => (
                <label key={id} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
                  <input type="radio" name="about" value={id} defaultChecked={i === 0} />
                  {name}
                </label>
              ))}
            </fieldset>
          )}
          <button type="submit" className="btn mt-2 max-sm:btn-big max-sm:w-full">
            {t('day.instruct.look')}
          </button>
        </form>
        {draft?.projects.length === 0 && (
          <p role="status" className="mt-2 text-red-ink">
            {draft.refusal ? refusalText(draft.refusal, locale) : t('day.instruct.noProject')}
          </p>
        )}
        {draft?.project && (
          <Understood draft={draft} project={draft.project} formKey={formKey} today={today} locale={locale} t={t} />
        )}
      </div>
    </section>
  )
}

function Understood({
  draft,
  project,
  formKey,
  today,
  locale,
  t,
}: {
  draft: InstructionDraft
  project: Readonly<{ id: string; name: string }>
  formKey: () => string
  today: PlainDate
  locale: Locale
  t: Translator
}) {
  const { to, outside, unheard, also, dueOn, dueFault, refusal } = draft
  return (
    <Form
      action={instruct}
      formKey={formKey()}
      label={t('day.instruct.send')}
      className="mt-3 border-t border-divider pt-3"
    >
      <input type="hidden" name="projectId" value={project.id} />
      <input type="hidden" name="subject" value="LEVEL" />
      <input type="hidden" name="text" value={draft.text} />
      {to?.orgId && <input type="hidden" name="toOrgId" value={to.orgId} />}
      {dueOn && <input type="hidden" name="dueOn" value={dueOn} />}
      <dl className="mb-3 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-ink-3">{t('day.instruct.project')}</dt>
        <dd className="font-semibold">{project.name}</dd>
        <dt className="text-ink-3">{t('day.instruct.to')}</dt>
        <dd>
          {to ? (
            <>
              <b className="font-semibold">{to.name}</b>
              {to.orgId === null && <span className="ml-2 text-ink-2">{t('day.instruct.holder')}</span>}
            </>
          ) : (
            refusal && <span className="text-red-ink">{refusalText(refusal, locale)}</span>
          )}
          {outside.length > 0 && (
            <p className="text-sm text-red-ink">{t('day.instruct.outside', { names: listed(outside, t) })}</p>
          )}
          {unheard.length > 0 && (
            <p className="text-sm text-red-ink">{t('day.instruct.unheard', { names: listed(unheard, t) })}</p>
          )}
          {also.length > 0 && (
            <p className="text-sm text-ink-2">{t('day.instruct.also', { names: listed(also, t) })}</p>
          )}
        </dd>
        <dt className="text-ink-3">{t('day.instruct.due')}</dt>
        <dd>
          {dueOn ? (
            <b className="font-semibold">{dayWithWeekday(dueOn, today, locale)}</b>
          ) : dueFault ? (
            <span className="text-red-ink">{refusalText(dueFault, locale)}</span>
          ) : (
            t('day.instruct.dueNone')
          )}
        </dd>
      </dl>
      {to && <Submit>{t('day.instruct.send')}</Submit>}
    </Form>
  )
}
