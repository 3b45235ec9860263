import { forbidden } from 'next/navigation'
import { ShiftList } from '@/components/calendar/shift-list'
import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { DropDraft, KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { applyNotice, applyOverride, readNotice } from '@/lib/actions/calendar'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadCalendarPage, previewCalendar, readHolidayYear } from '@/lib/data/calendar-changes'
import { relationFor } from '@/lib/domain/access'
import { parsePlainDate, yearOf } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('calendar.title')

/** `year`: a notice as it was read, as JSON. */
type Query = { year?: string; day?: string; working?: string; reason?: string; applied?: string; page?: string }

/** A page of the preview; anything else is its first. */
const pageOf = (text: string | undefined): number => (/^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1)

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'calendar.import')) forbidden()
  const query = await searchParams
  const today = businessDay()
  const t = translator(locale)
  const { years, overrides } = await loadCalendarPage(actor)
  const read = query.year ? readHolidayYear(query.year) : null
  const day = parsePlainDate(query.day)
  const working = query.working === 'true'
  const page = pageOf(query.page)
  const draft = draftOf(actor, 'notice')
  const hrefOf = (n: number) => {
    const { year, reason = '' } = query
    const change: Record<string, string> = year ? { year } : { day: query.day ?? '', working: String(working), reason }
    return `/calendar?${new URLSearchParams({ ...change, page: String(n) })}`
  }
  const preview = read?.ok
    ? await previewCalendar(actor, { year: read.value }, today, page)
    : day
      ? await previewCalendar(actor, { override: { day, working } }, today, page)
      : null
  const missing = yearOf(today) + 1
  const kind = t(working ? 'calendar.working' : 'calendar.off')
  return (
    <div className="max-w-[1320px] px-4 pt-5 pb-8 sm:px-8 [&_h2]:text-lg [&_h2]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('calendar.title')}</h1>
      {query.applied && (
        <p role="status" className="mt-2 text-green-ink">
          <DropDraft ids={[draft]} />
          {t('calendar.applied')}
        </p>
      )}
      {preview ? (
        <section className="mt-4 space-y-4">
          <h2>
            {preview.year !== null
              ? t('calendar.result', { year: String(preview.year), off: preview.off, work: preview.work })
              : t('calendar.resultOverride', { day: query.day ?? '', kind })}
            <span className="ml-3 font-normal text-ink-2">{t('calendar.shifts', { n: preview.total })}</span>
          </h2>
          <ShiftList preview={preview} href={hrefOf} today={today} locale={locale} />
          {preview.year !== null ? (
            <Form action={applyNotice} formKey={issueFormKey(actor.userId)} label={t('calendar.import')}>
              <input type="hidden" name="text" value={query.year} />
              <Submit>{t('calendar.apply')}</Submit>
              <Link href="/calendar" className="ml-3 text-link">
                {t('calendar.back')}
              </Link>
            </Form>
          ) : (
            <Form
              action={applyOverride}
              formKey={issueFormKey(actor.userId)}
              label={t('calendar.override')}
              className="max-w-[480px] space-y-3"
            >
              <input type="hidden" name="day" value={query.day} />
              <input type="hidden" name="working" value={String(working)} />
              <TextField name="reason" label={t('calendar.reason')} initial={query.reason} maxLength={REASON_MAX} />
              <Submit>{t('calendar.apply')}</Submit>
            </Form>
          )}
        </section>
      ) : (
        <div className="mt-4 grid gap-8 lg:grid-cols-2">
          <section>
            <h2>{t('calendar.import')}</h2>
            <p className="mb-2 text-ink-2">{t('calendar.importHint')}</p>
            {read && !read.ok && (
              <p role="alert" className="text-red-ink">
                {refusalText(read.error, locale)}
              </p>
            )}
            <Form
              action={readNotice}
              formKey={issueFormKey(actor.userId)}
              label={t('calendar.import')}
              className="space-y-3"
            >
              <KeepDraft id={draft} words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }} />
              <TextArea name="text" rows={10} label={t('calendar.text')} maxLength={20_000} />
              <Submit>{t('calendar.preview')}</Submit>
            </Form>
          </section>
          <div className="space-y-8">
            <section>
              <h2>{t('calendar.override')}</h2>
              <p className="mb-2 text-ink-2">{t('calendar.overrideHint')}</p>
              <form action="/calendar" className="space-y-3">
                <div className="grid grid-cols-2 gap-3">
                  <TextField name="day" type="date" label={t('calendar.day')} initial={query.day} />
                  <Choice
                    name="working"
                    label={t('calendar.kind')}
                    initial="false"
                    options={[
                      { value: 'false', label: t('calendar.off') },
                      { value: 'true', label: t('calendar.working') },
                    ]}
                  />
                </div>
                <button type="submit" className="btn btn-primary">
                  {t('calendar.preview')}
                </button>
              </form>
              {overrides.length > 0 && (
                <ul className="mt-3">
                  {overrides.map((o) => (
                    <li key={o.id}>
                      {t('calendar.overrideLine', {
                        day: dayIn(o.day, today),
                        kind: t(o.working ? 'calendar.working' : 'calendar.off'),
                        reason: o.reason,
                      })}
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <section>
              <h2>{t('calendar.years')}</h2>
              <ul>
                {years.map((y) => (
                  <li key={y.year}>
                    {t('calendar.year', {
                      year: String(y.year),
                      off: y.off,
                      work: y.work.map((day) => dayIn(day, day)).join('、'),
                    })}
                  </li>
                ))}
              </ul>
              {!years.some((y) => y.year === missing) && (
                <p className="text-ink-2">{t('calendar.missing', { year: String(missing) })}</p>
              )}
            </section>
          </div>
        </div>
      )}
    </div>
  )
}
