import { forbidden } from 'next/navigation'
import { RemindConfirm, RemindSubject, RemindTable } from '@/components/project/remind-preview'
import { BackLink } from '@/components/shell/back-link'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { previewReminders } from '@/lib/data/reminders'
import { relationFor } from '@/lib/domain/access'
import { reminderKindOf } from '@/lib/domain/reminder'
import { translator } from '@/lib/i18n/translator'
import { projectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'
import { REMIND_MAX, remindAddress } from '@/lib/schemas/reminder'

export const generateMetadata = pageTitle('reminder.page.title')

/** 批量催办: who would be told about each ticked project, one confirmation, and afterwards what became of each. */
export default async function RemindPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'reminder.send')) forbidden()
  const t = translator(locale)
  const asked = await searchParams
  const filter = projectFilter.parse(asked)
  const address = remindAddress.parse(asked)
  // Whoever comes from the list of the unreported means the week's progress.
  const subject = address.subject ?? (filter.view === 'unreported' ? 'UPDATE' : 'LEVEL')
  const { total, lines } = await previewReminders(actor, filter, subject, businessDay())
  const { id, pick, page } = filter
  const selection = ledgerQuery(filter, { id, pick, page })
  // One project is reminded of from where its card or its page stands; several were ticked in the ledger.
  const one = pick === undefined && id.length === 1 ? id[0] : undefined
  const ready = lines.filter(({ line }) => line.refusal === null)
  const told = lines.filter(({ line }) => line.told !== null)
  const says = reminderKindOf(actor.role) === 'INSTRUCTION'
  return (
    <div className="mx-auto max-w-[1040px] px-4 pt-5 pb-8 sm:px-8">
      {one ? (
        <BackLink
          href={`/projects/${one}`}
          label={t('form.back')}
          className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
        >
          {t('form.back')}
        </BackLink>
      ) : (
        <Link
          href={`/projects?${selection}`}
          className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
        >
          {t('reminder.page.back')}
        </Link>
      )}
      <h1 className="text-xl font-semibold">{t(one ? 'reminder.send' : 'reminder.page.title')}</h1>
      {total === 0 ? (
        <p className="mt-3 text-ink-2">{t('reminder.page.nothing')}</p>
      ) : total > REMIND_MAX ? (
        <p role="alert" className="mt-3">
          {t('reminder.page.tooMany', { n: total, max: REMIND_MAX })}
        </p>
      ) : (
        <>
          <p className="mt-1 text-ink-2">{t(says ? 'reminder.page.howSaid' : 'reminder.page.how')}</p>
          {address.done && (
            <p role="status" className="mt-3 border-t-2 border-ink pt-2 text-lg font-semibold">
              {t('reminder.page.result', { sent: told.length, left: total - told.length })}
            </p>
          )}
          <RemindSubject subject={subject} selection={selection} t={t} />
          {ready.length > 0 && !(address.done && says) && (
            <RemindConfirm
              ready={ready.map((project) => project.id)}
              subject={subject}
              says={says}
              again={Boolean(address.done)}
              selection={selection.toString()}
              formKey={issueFormKey(actor.userId)}
              t={t}
            />
          )}
          {ready.length === 0 && !address.done && <p className="mt-3 font-semibold">{t('reminder.page.none')}</p>}
          <RemindTable projects={lines} subject={subject} locale={locale} />
        </>
      )}
    </div>
  )
}
