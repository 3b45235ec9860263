import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { takeBackHandover } from '@/lib/actions/projects'
import { recordedDay } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { PendingHandover } from '@/lib/schemas/day'

/** Handovers that wait for their successor; the reader's own he can take back. */
export function PendingHandovers({
  handovers,
  formKey,
  today,
  t,
}: {
  handovers: readonly PendingHandover[]
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  if (handovers.length === 0) return null
  return (
    <section id="handovers" className="mb-7 scroll-mt-14">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('day.office.handovers', { n: handovers.length })}
      </h2>
      <ul>
        {handovers.map((handover) => (
          <li key={handover.id} className="flex items-start gap-2 border-b border-divider py-1.5">
            <div className="min-w-0 flex-1">
              <Link
                href={`/projects/${handover.projectId}`}
                title={handover.project}
                className="two-lines hover:text-link"
              >
                {handover.project}
              </Link>
              <p className="text-xs text-ink-3">
                {t('day.office.handover', {
                  from: handover.from,
                  to: handover.to,
                  day: dayIn(recordedDay(new Date(handover.at)), today),
                })}
              </p>
            </div>
            {handover.mine && (
              <Form action={takeBackHandover} formKey={formKey()}>
                <input type="hidden" name="handoverId" value={handover.id} />
                <Submit quiet label={t('manage.withdrawOf', { project: handover.project })}>
                  {t('manage.withdraw')}
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
