import { standText } from '@/components/supervision/slip-words'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { supervisionsAbout } from '@/lib/data/supervision-detail'
import { loadSubject } from '@/lib/data/supervision-start'
import { type Actor, relationFor } from '@/lib/domain/access'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { slipNumberText } from '@/lib/i18n/slip-number-text'
import { translator } from '@/lib/i18n/translator'

/** What a slip can be about, as the address of its form names it. */
const FIELD = { complaint: 'complaintId', procedure: 'procedureId', issue: 'issueId', task: 'taskId' } as const

/** Slips of the commission about something, beside it, and where one is issued once it is late; nothing where the reader has neither. */
export async function SlipsAbout({
  of,
  id,
  actor,
  locale,
}: {
  of: keyof typeof FIELD
  id: string
  actor: Actor
  locale: Locale
}) {
  if (!SEES_SLIPS.has(actor.role)) return null
  const today = businessDay()
  const about = { [FIELD[of]]: id }
  const opens = relationFor(actor.role, 'supervision.open') !== null
  const [slips, subject] = await Promise.all([
    supervisionsAbout(actor, about, today),
    opens ? loadSubject(actor, about, today) : null,
  ])
  const mayOpen = subject?.late && slips.every(({ state }) => state === 'CLOSED')
  if (slips.length === 0 && !mayOpen) return null
  const t = translator(locale)
  return (
    <section className="pt-6">
      <h2 className="flex flex-wrap items-baseline gap-x-4 border-b border-control pb-1 text-lg font-semibold">
        {t('supervisionSlip.about.title')}
        {mayOpen && (
          <Link
            href={`/supervision/slips/new?${of}=${id}`}
            className="no-print inline-flex items-center text-base font-normal text-link max-sm:min-h-11"
          >
            {t('supervisionSlip.open')}
          </Link>
        )}
      </h2>
      <ul>
        {slips.map((slip) => (
          <li key={slip.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-divider py-2">
            <Link href={`/supervision/slips/${slip.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {slipNumberText(slip, t)}
            </Link>
            <span>{slip.unit.name}</span>
            <span className="text-ink-2">{standText(slip, t)}</span>
            {slip.result && <span className="text-ink-2">{t(`supervisionSlip.result.${slip.result}`)}</span>}
            <span className="whitespace-nowrap text-ink-3">{dayIn(slip.issuedOn, today)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
