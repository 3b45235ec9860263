import { TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { resetStandard, saveStandard } from '@/lib/actions/briefings'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { type StandardLine, TEMPLATE_MAX } from '@/lib/schemas/briefing'
import { rowsOf } from './briefing-edit'

const summary = 'inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11'

/** One paragraph of the standard text: how it stands, the form to word it, its versions, the way back to the first. */
function Line({
  line,
  just,
  formKey,
  today,
  t,
}: {
  line: StandardLine
  just: boolean
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const { key, section, nth, text, shipped, history } = line
  const latest = history[0]?.nth ?? 0
  const name = t('briefing.edit.paragraph', { section, nth })
  return (
    <section id={key} aria-label={name} className="scroll-mt-16 border-b border-divider py-4">
      <h2 className="font-semibold">
        {name}
        <span className="ml-3 text-sm font-normal text-ink-3">
          {latest === 0 ? t('briefing.templates.shipped') : t('briefing.templates.version', { n: latest })}
        </span>
      </h2>
      {just && (
        <p role="status" className="mt-1 font-medium">
          {t('form.saved')}
        </p>
      )}
      {/* Another version begins the form anew: its box shows that text and not the one typed before. */}
      <Form key={latest} action={saveStandard} formKey={formKey()} label={name} className="mt-2 space-y-2">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="nth" value={latest} />
        <TextArea
          name="text"
          label={t('briefing.templates.text')}
          initial={text}
          rows={rowsOf(text)}
          maxLength={TEMPLATE_MAX}
        />
        <Submit quiet label={t('briefing.templates.saveOf', { name })}>
          {t('papers.edit.save')}
        </Submit>
      </Form>
      {history.length > 0 && (
        <details>
          <summary className={summary}>{t('briefing.templates.history', { n: history.length })}</summary>
          <ol>
            {history.map((version) => (
              <li key={version.nth} className="py-1">
                <span className="text-sm text-ink-2">
                  {t('briefing.templates.by', {
                    n: version.nth,
                    day: dayIn(version.on, today),
                    name: version.by,
                  })}
                </span>
                <p lang="zh-CN" data-verbatim>
                  {version.text ?? t('briefing.templates.wasReset')}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {text !== shipped && (
        <details>
          <summary className={summary}>{t('briefing.templates.reset')}</summary>
          <p lang="zh-CN" data-verbatim>
            {shipped}
          </p>
          <Form
            action={resetStandard}
            formKey={formKey()}
            label={t('briefing.templates.resetOf', { name })}
            className="mt-2"
          >
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="nth" value={latest} />
            <Submit quiet>{t('briefing.templates.resetDo')}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}

/** The standard text of briefings, paragraph by paragraph. */
export function TemplateList({
  lines,
  just,
  formKey,
  today,
  t,
}: {
  lines: readonly StandardLine[]
  /** Key of the paragraph that was just saved. */
  just: string | undefined
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  return lines.map((line) => (
    <Line key={line.key} line={line} just={line.key === just} formKey={formKey} today={today} t={t} />
  ))
}
