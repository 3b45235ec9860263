import clsx from 'clsx'
import { Papers } from '@/components/contact/papers'
import { ContactProgress } from '@/components/contact/progress'
import { StewardCard } from '@/components/contact/steward-card'
import { ContactVerdict } from '@/components/contact/verdict'
import { Lamp } from '@/components/level/lamp'
import { StarsForms } from '@/components/ranking/stars-form'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { withdrawOwnMove } from '@/lib/actions/procedures'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadContactDay } from '@/lib/data/contact-day'
import { ratingsToGive } from '@/lib/data/ratings'
import { loadInbox } from '@/lib/data/reminder-inbox'
import { translator } from '@/lib/i18n/translator'
import { contactAddress } from '@/lib/schemas/contact-day'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { EventLines } from './event-lines'
import { ContactFinancing } from './financing-lines'
import { IssueLines } from './issue-lines'
import { PackLines } from './pack-lines'
import type { TodayProps } from './props'
import { VisitLines } from './visit-lines'

/** Filings whose papers stand open on the page; those further off are one tap away. */
const NEXT_SHOWN = 3

/** A project unit's day: whose turn it is, what to hand in, whom to call, how far it has come. */
export async function ContactToday({ actor, locale, search }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const address = contactAddress.parse(search)
  const [{ projects, project }, inbox, ratings] = await Promise.all([
    loadContactDay(actor, address.project, today),
    loadInbox(actor, today),
    ratingsToGive(actor, today),
  ])
  if (!project)
    return (
      <div className="flex flex-col items-center px-6 pt-32 text-center">
        <h1 className="text-xl font-semibold">{t('contactDay.none')}</h1>
        <p className="mt-2 max-w-md text-ink-2">{t('contactDay.noneHint')}</p>
      </div>
    )
  const done = [...project.yours, ...project.running].find((step) => step.id === address.done && step.mayTakeBack)
  const supplements = project.yours.filter((step) => step.state === 'SUPPLEMENT')
  const filings = project.yours.filter((step) => step.state !== 'SUPPLEMENT')
  const formKey = () => issueFormKey(actor.userId)
  const first = project.turn === 'PAPERS' || project.turn === 'FILE' ? project.lead?.id : undefined
  return (
    <div className="sm:grid sm:min-h-full sm:grid-cols-[minmax(0,1fr)_380px] sm:grid-rows-[auto_auto_1fr]">
      <div>
        <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-divider bg-page px-4 py-2.5 sm:px-8">
          <Link href={`/projects/${project.id}`} className="text-lg font-semibold hover:text-link">
            {project.name}
          </Link>
          {projects.length > 1 && (
            <details className="w-full" open={address.project !== undefined}>
              <summary className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
                {t('contactDay.projects', { n: projects.length })}
              </summary>
              <ul>
                {projects.map((p) => (
                  <li key={p.id}>
                    <Link
                      href={`/?project=${p.id}`}
                      aria-current={p.id === project.id ? 'page' : undefined}
                      className={clsx(
                        'flex min-h-11 items-center gap-3 hover:text-link sm:min-h-8',
                        p.id === project.id && 'font-semibold',
                      )}
                    >
                      <Lamp level={p.level} quiet t={t} />
                      <span className="min-w-0 truncate">{p.name}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </header>
        {inbox.length > 0 && (
          <div className="px-4 pt-2 sm:hidden">
            <InboxLink lines={inbox} t={t} />
          </div>
        )}
        {done && (
          <div role="status" className="flex items-center gap-3 bg-ink py-1 pr-2 pl-4 text-card sm:pl-8">
            <span className="flex-1">{t('contactDay.recorded')}</span>
            <Form action={withdrawOwnMove} formKey={formKey()}>
              <input type="hidden" name="procedureId" value={done.id} />
              <input type="hidden" name="version" value={done.version} />
              <input type="hidden" name="reason" value={t('desk.undoReason')} />
              <Submit
                quiet
                className="border-transparent! bg-transparent! font-semibold text-card! underline underline-offset-4"
              >
                {t('contactDay.undo')}
              </Submit>
            </Form>
          </div>
        )}
        <ContactVerdict project={project} today={today} locale={locale} />
        <div className="px-4 sm:px-8">
          <ColourLines actor={actor} locale={locale} />
        </div>
      </div>
      {supplements.length > 0 && (
        <section className="border-divider px-4 pt-2 max-sm:border-b sm:px-8">
          <PaperList
            title={t('contactDay.missing')}
            hint={t('contactDay.missingHint')}
            steps={supplements}
            {...{ first, formKey, today, locale }}
          />
        </section>
      )}
      <aside className="border-divider bg-zebra sm:col-start-2 sm:row-span-3 sm:row-start-1 sm:border-l">
        <StewardCard steward={project.steward} t={t} />
        {inbox.length > 0 && (
          <div className="px-4 pt-4 sm:px-6">
            <ReminderInbox lines={inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
          </div>
        )}
        <ContactProgress project={project} today={today} locale={locale} />
        <StarsForms lines={ratings} formKey={formKey} t={t} />
      </aside>
      <section className="px-4 pt-4 pb-8 sm:px-8">
        <EventLines actor={actor} locale={locale} />
        <PackLines actor={actor} locale={locale} />
        <IssueLines actor={actor} locale={locale} />
        <ComplaintLines actor={actor} locale={locale} />
        <VisitLines actor={actor} locale={locale} />
        <ContactFinancing actor={actor} locale={locale} />
        {filings.length === 0 ? (
          supplements.length === 0 && <p className="text-ink-2">{t('contactDay.nextNone')}</p>
        ) : (
          <>
            <PaperList
              title={t('contactDay.next')}
              steps={filings.slice(0, NEXT_SHOWN)}
              {...{ first, formKey, today, locale }}
            />
            {filings.length > NEXT_SHOWN && (
              <details className="border-t border-divider">
                <summary className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
                  {t('contactDay.nextMore', { n: filings.length - NEXT_SHOWN })}
                </summary>
                <PaperList
                  title={t('contactDay.nextLater')}
                  steps={filings.slice(NEXT_SHOWN)}
                  {...{ first, formKey, today, locale }}
                />
              </details>
            )}
          </>
        )}
      </section>
    </div>
  )
}

function PaperList({
  title,
  hint,
  steps,
  first,
  formKey,
  today,
  locale,
}: Omit<Parameters<typeof Papers>[0], 'step' | 'primary' | 'formKey'> & {
  title: string
  hint?: string
  steps: readonly Parameters<typeof Papers>[0]['step'][]
  first: string | undefined
  formKey: () => string
}) {
  return (
    <>
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {title}
        {hint && <span className="ml-3 text-xs font-normal text-ink-3">{hint}</span>}
      </h2>
      <ul>
        {steps.map((step) => (
          <Papers
            key={step.id}
            step={step}
            primary={step.id === first}
            formKey={formKey()}
            today={today}
            locale={locale}
          />
        ))}
      </ul>
    </>
  )
}
