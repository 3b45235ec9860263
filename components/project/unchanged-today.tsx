import { Form, Submit } from '@/components/ui/form'
import { takeBackUnchanged } from '@/lib/actions/projects'
import { timeOfInstant } from '@/lib/clock'
import type { Translator } from '@/lib/i18n/translator'
import type { UnchangedToday } from '@/lib/schemas/update'

/** What was said today that nothing changed about; each can be taken back until the day ends. */
export function UnchangedTodayList({
  lines,
  formKey,
  t,
}: {
  lines: readonly UnchangedToday[]
  formKey: () => string
  t: Translator
}) {
  if (lines.length === 0) return null
  return (
    <section className="mb-7">
      <div className="flex items-baseline">
        <h2 className="flex-1 text-lg font-semibold">{t('workbench.saidToday', { n: lines.length })}</h2>
        <span className="text-xs text-ink-3">{t('workbench.saidTodayHint')}</span>
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="flex items-center gap-2 border-b border-divider py-1.5">
            <span className="two-lines min-w-0 flex-1" title={line.name}>
              {line.name}
              <time dateTime={line.at} className="ml-2 text-xs text-ink-3">
                {timeOfInstant(new Date(line.at))}
              </time>
            </span>
            <Form action={takeBackUnchanged} formKey={formKey()}>
              <input type="hidden" name="updateIds[]" value={line.id} />
              <Submit quiet label={t('workbench.withdrawOf', { name: line.name })}>
                {t('workbench.withdraw')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
      {lines.length > 1 && (
        <Form action={takeBackUnchanged} formKey={formKey()} className="mt-3">
          {lines.map((line) => (
            <input key={line.id} type="hidden" name="updateIds[]" value={line.id} />
          ))}
          <Submit quiet className="w-full">
            {t('workbench.withdrawAll')}
          </Submit>
        </Form>
      )}
    </section>
  )
}
