import { Lamp } from '@/components/level/lamp'
import { Form, Submit } from '@/components/ui/form'
import { restoreTopic } from '@/lib/actions/meetings'
import type { Translator } from '@/lib/i18n/translator'
import type { AgendaLine } from '@/lib/schemas/meeting'

/** Topics that are not discussed, each with why; they stay where everybody sees them. */
export function TopicsOff({
  lines,
  mayRestore,
  formKey,
  t,
}: {
  lines: readonly AgendaLine[]
  mayRestore: boolean
  formKey: () => string
  t: Translator
}) {
  if (lines.length === 0) return null
  return (
    <section className="pt-6">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('meeting.agenda.off', { n: lines.length })}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-divider py-2">
            <span className="w-10">{line.level && <Lamp level={line.level} quiet t={t} />}</span>
            <span className="min-w-0 flex-1">
              {line.name}
              <span className="ml-3 text-ink-2">
                {t(`meeting.agenda.${line.state === 'OPEN' ? 'WITHDRAWN' : line.state}`, {
                  why: line.why ?? '',
                  into: line.into ?? '',
                  by: line.settledBy ?? '',
                })}
              </span>
            </span>
            {mayRestore && (
              <Form action={restoreTopic} formKey={formKey()}>
                <input type="hidden" name="itemId" value={line.id} />
                <input type="hidden" name="version" value={line.version} />
                <Submit quiet label={t('meeting.agenda.restoreOf', { name: line.name })}>
                  {t('meeting.agenda.restore')}
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
