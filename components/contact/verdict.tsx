import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { itemName } from '@/components/procedure/queue-text'
import { RelayStrip } from '@/components/procedure/relay-strip'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ContactDay, ContactStep } from '@/lib/schemas/contact-day'

type Project = NonNullable<ContactDay['project']>

/** Whose turn it is, in the words of somebody who applies: what the agency says among itself is not his. */
export function ContactVerdict({ project, today, locale }: { project: Project; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { lead } = project
  const { above, verdict } = wordsOf(project, today, locale)
  // Only the promise names a day here.
  const open = project.turn === 'AGENCY' && lead !== null && (lead.remaining ?? 0) >= 0 && lead.dueProvisional
  return (
    <section className="border-divider px-4 pt-4 pb-5 max-sm:border-b sm:px-8 sm:pt-6">
      {above && <p className="text-ink-2">{above}</p>}
      <h1 className="text-xl font-semibold sm:text-2xl">
        {verdict}
        <Provisional when={open} t={t} />
      </h1>
      {lead?.reason && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5">
          <Lamp level={lead.level} size="m" t={t} />
          <span className={`text-lg why-${lead.level}`}>
            {reasonText(lead.reason, locale)}
            {lead.nextLevelOn && lead.nextLevel && lead.nextLevel !== lead.level && (
              <>
                {locale === 'en' ? ', ' : '，'}
                {t('contactDay.turns', {
                  day: dayIn(lead.nextLevelOn, today),
                  level: t(`level.short.${lead.nextLevel}`),
                })}
                <Provisional when={lead.nextProvisional} t={t} />
              </>
            )}
          </span>
        </p>
      )}
      {lead?.relay && (
        <div className="mt-4">
          <RelayStrip relay={lead.relay} of={lead} own={t('contactDay.you')} today={today} t={t} />
        </div>
      )}
    </section>
  )
}

function wordsOf(project: Project, today: PlainDate, locale: Locale): { above: string | null; verdict: string } {
  const t = translator(locale)
  const { lead, turn } = project
  if (turn === 'SUSPENDED') return { above: null, verdict: t('contactDay.suspended') }
  if (turn === 'FINISHED') return { above: null, verdict: t('contactDay.finished') }
  if (!lead) return { above: t('contactDay.waitsHint'), verdict: t('contactDay.waits') }
  const item = itemName(lead, locale)
  const colon = locale === 'en' ? ': ' : '：'
  const at = t('contactDay.atAgency', { item, agency: lead.agency })
  const withAgency = `${t('contactDay.withAgency')}${colon}`
  switch (turn) {
    case 'PAPERS':
      return {
        above: t('contactDay.stopped', { item, agency: lead.agency }),
        verdict: `${t('contactDay.yours')}${colon}${
          lead.papers.length > 1 ? t('contactDay.papers', { n: lead.papers.length }) : t('contactDay.papersOne')
        }`,
      }
    case 'FILE':
      return { above: null, verdict: `${t('contactDay.yours')}${colon}${t('contactDay.file', { item })}` }
    case 'RECEIVED':
      return { above: at, verdict: withAgency + t('contactDay.unaccepted') }
    case 'SPECIAL':
      return { above: at, verdict: withAgency + t('contactDay.paused') }
    case 'AGENCY':
      return { above: at, verdict: withAgency + promise(lead, today, locale) }
    case 'WAITS':
      return { above: null, verdict: t('contactDay.waits') }
  }
}

const promise = (lead: ContactStep, today: PlainDate, locale: Locale): string => {
  const t = translator(locale)
  if (lead.remaining !== null && lead.remaining < 0) return t('contactDay.over', { n: -lead.remaining })
  return lead.dueOn ? t('contactDay.promised', { day: dayIn(lead.dueOn, today) }) : t('contactDay.now')
}
