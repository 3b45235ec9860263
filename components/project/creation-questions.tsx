import { TextField } from '@/components/ui/fields'
import type { PlainDate } from '@/lib/domain/plain-date'
import { catalogText } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

export type TemplateChoice = Readonly<{
  code: string
  nameZh: string
  nameEn: string
  description: string | null
  required: number
  questions: readonly Readonly<{ code: string; condition: string; nameZh: string; nameEn: string }>[]
}>

/** Step 1: which process, from when, and the few questions that decide its conditional items. A GET form. */
export function CreationQuestions({
  templates,
  chosen,
  startOn,
  worksWd,
  applies,
  locale,
}: {
  templates: readonly TemplateChoice[]
  /** Absent until a process is chosen that there is. */
  chosen: TemplateChoice | undefined
  startOn: PlainDate
  worksWd: number | null
  /** Codes ticked before, when one comes back from the plan. */
  applies: readonly string[]
  locale: Locale
}) {
  const t = translator(locale)
  const name = (o: { nameZh: string; nameEn: string }) => (locale === 'en' ? o.nameEn : o.nameZh)
  return (
    <div className="grid gap-6 lg:grid-cols-[280px_1fr]">
      <nav aria-label={t('creation.template')} className="space-y-2">
        {templates.map((template) => (
          <a
            key={template.code}
            href={`/projects/new?template=${template.code}`}
            aria-current={template.code === chosen?.code ? 'true' : undefined}
            className={`block rounded-md border px-3 py-2 hover:bg-hover ${template.code === chosen?.code ? 'border-brand bg-hover' : 'border-divider'}`}
          >
            <b className="block">{name(template)}</b>
            <span className="text-sm text-ink-3">{t('creation.required', { n: template.required })}</span>
          </a>
        ))}
      </nav>
      {chosen && (
        <form action="/projects/new" className="space-y-4">
          <input type="hidden" name="template" value={chosen.code} />
          <input type="hidden" name="step" value="2" />
          <div className="flex flex-wrap gap-4">
            <TextField
              name="startOn"
              type="date"
              label={t('creation.startOn')}
              initial={startOn}
              className="max-w-[220px]"
            />
            <TextField
              name="worksWd"
              label={t('creation.worksWd')}
              hint={t('creation.worksHint')}
              type="number"
              initial={worksWd === null ? undefined : String(worksWd)}
              min="1"
              max="2000"
            />
          </div>
          <fieldset>
            <legend className="mb-1 font-semibold">
              {t('creation.questions')}
              <span className="ml-2 font-normal text-ink-3">{t('creation.questionsHint')}</span>
            </legend>
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {chosen.questions.map((q) => (
                <li key={q.code}>
                  <label className="flex min-h-9 cursor-pointer items-start gap-2 py-1.5">
                    <input
                      type="checkbox"
                      name="applies"
                      value={q.code}
                      defaultChecked={applies.includes(q.code)}
                      className="mt-1 size-4 flex-none accent-[var(--brand-solid)]"
                    />
                    <span>
                      {catalogText(q.condition, locale)}
                      <span className="block text-xs text-ink-3">{name(q)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <button type="submit" className="btn btn-primary">
            {t('creation.propose')}
          </button>
        </form>
      )}
    </div>
  )
}
