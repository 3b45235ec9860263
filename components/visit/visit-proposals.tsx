import { Form, Submit } from '@/components/ui/form'
import { mergeVisits } from '@/lib/actions/visits'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { VisitProposal } from '@/lib/schemas/visit'
import { whoComes } from './visit-words'

/** Visits to the same enterprise within a week, each with one button that makes them one. */
export function VisitProposals({
  proposals,
  formKey,
  today,
  t,
}: {
  proposals: readonly VisitProposal[]
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  if (proposals.length === 0) return null
  return (
    <section aria-label={t('visit.proposals')} className="no-print border-b border-divider bg-zebra px-4 py-3 sm:px-6">
      <h2 className="font-semibold">{t('visit.proposalsN', { n: proposals.length })}</h2>
      <ul>
        {proposals.map(({ keep, along, mine }) => (
          <li
            key={keep.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-divider py-2 first:border-0"
          >
            <span className="min-w-0 flex-1">
              <b>{keep.enterprise.name}</b>
              <span className="ml-3">
                {[keep, ...along].map((row) => `${dayIn(row.on, today)} ${whoComes(row, t)}`).join(t('shell.comma'))}
              </span>
            </span>
            {mine && (
              <Form
                action={mergeVisits}
                formKey={formKey()}
                label={t('visit.mergeOf', { name: keep.enterprise.name })}
                className="flex-none"
              >
                <input type="hidden" name="keepId" value={keep.id} />
                {along.map((row) => (
                  <input key={row.id} type="hidden" name="visitIds[]" value={row.id} />
                ))}
                <Submit quiet>{t('visit.mergeOn', { day: dayIn(keep.on, today) })}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
