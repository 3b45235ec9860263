import { forbidden, notFound } from 'next/navigation'
import { AttendanceForm } from '@/components/meeting/attendance-form'
import { CloseGaps } from '@/components/meeting/close-gaps'
import { DecisionForm } from '@/components/meeting/decision-form'
import { decisionFormWords } from '@/components/meeting/room-words'
import { meetingHref } from '@/components/meeting/week-link'
import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { closeSitting, mendDecision } from '@/lib/actions/sitting'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadClosing } from '@/lib/data/closing'
import { findAttenders } from '@/lib/data/invitations'
import { loadSeat } from '@/lib/data/meeting-chair'
import { invitableUnits } from '@/lib/data/meetings'
import { loadSentenceSetting } from '@/lib/data/sentence-book'
import { relationFor } from '@/lib/domain/access'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { longDay } from '@/lib/i18n/day'
import { whoText } from '@/lib/i18n/decision-text'
import { recordedText } from '@/lib/i18n/instant'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import { PLACE_MAX } from '@/lib/schemas/sitting'

export const generateMetadata = pageTitle('sitting.close.title')

export default async function ClosePage({
  params,
  searchParams,
}: {
  params: Promise<{ week: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'meeting.close') === null) forbidden()
  const weekOf = mondayOfKey((await params).week)
  if (!weekOf) notFound()
  const t = translator(locale)
  const today = businessDay()
  const formKey = () => issueFormKey(actor.userId)
  const closing = await loadClosing(actor, weekOf, today)
  if (!closing) notFound()
  const [{ book }, attenders, units, seat, { edit }] = await Promise.all([
    loadSentenceSetting(actor, today),
    findAttenders(actor, weekOf),
    invitableUnits(actor),
    loadSeat(actor, weekOf),
    searchParams,
  ])
  const { decisions, gaps, state, started, closed } = closing
  const sits = state === 'SENT' && started !== null
  const unnoted = attenders.filter((one) => one.state === 'INVITED' && one.coming === null).length
  const words = decisionFormWords(locale)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-2xl font-semibold">{t('sitting.close.head', { week: isoWeekOf(weekOf).week })}</h1>
      <p className="mb-4 flex flex-wrap gap-x-6">
        {sits && (
          <Link
            href={meetingHref(weekOf, '/room')}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {t('sitting.close.toRoom')}
          </Link>
        )}
        <Link
          href={meetingHref(weekOf, '/agenda')}
          className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('sitting.close.toAgenda')}
        </Link>
      </p>
      {closed ? (
        <p>{t('sitting.close.done', { at: recordedText(new Date(closed)) })}</p>
      ) : !sits ? (
        <p>{t(state === 'CANCELLED' || state === 'REPORT_ONLY' ? 'sitting.close.off' : 'sitting.close.notYet')}</p>
      ) : gaps.length > 0 ? (
        <CloseGaps gaps={gaps} book={book} formKey={formKey} words={words} t={t} />
      ) : (
        <p className="border-l-[3px] border-ink bg-zebra px-4 py-3 text-lg font-semibold">
          {decisions.length > 0
            ? t('sitting.close.ready', { topics: closing.topics, decisions: decisions.length })
            : t('sitting.close.readyNone', { topics: closing.topics })}
        </p>
      )}
      {sits && seat?.chairId === null && (
        <p className="mt-3 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
          {t('sitting.close.chairMissing')}
        </p>
      )}
      {closing.putOff.length > 0 && (
        <p className="mt-3 text-ink-2">{t('sitting.close.putOff', { names: listed(closing.putOff, t) })}</p>
      )}
      {decisions.length > 0 && (
        <section className="mt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">
            {t('sitting.close.list', { n: decisions.length })}
          </h2>
          <ol>
            {decisions.map((decision) => (
              <li key={decision.id} id={decision.id} className="border-b border-divider py-2">
                <p>
                  <span className="mr-3 text-ink-3">{decision.no}</span>
                  <span lang="zh-CN">{decision.text}</span>
                </p>
                <p className="text-sm text-ink-2">
                  {listed(
                    [
                      whoText(decision, t),
                      decision.dueOn ? t('sitting.due', { day: longDay(decision.dueOn, locale) }) : t('sitting.noDue'),
                      t(`sitting.tier.${decision.tier}`),
                    ],
                    t,
                  )}
                </p>
                {sits && (
                  <details open={edit === decision.id}>
                    <summary
                      aria-label={t('sitting.room.editOf', { n: decision.position })}
                      className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11"
                    >
                      {t('sitting.room.edit')}
                    </summary>
                    <DecisionForm
                      key={decision.version}
                      decision={decision}
                      action={mendDecision}
                      formKey={formKey()}
                      book={book}
                      label={t('sitting.room.editOf', { n: decision.position })}
                      words={words}
                    />
                  </details>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {(state === 'SENT' || state === 'HELD') && (
        <AttendanceForm
          attenders={attenders}
          units={units}
          weekOf={weekOf}
          formKey={formKey()}
          all={sits || state === 'HELD' ? formKey() : undefined}
          t={t}
        />
      )}
      {sits && (
        <Form action={closeSitting} formKey={formKey()} className="mt-6 border-t border-control pt-4">
          <input type="hidden" name="weekOf" value={weekOf} />
          {seat && (
            <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-3">
              <Choice
                name="chairId"
                label={t('sitting.close.chair')}
                empty={t('sitting.close.chairEmpty')}
                options={seat.chairs.map(({ id, name }) => ({ value: id, label: name }))}
                initial={seat.chairId ?? ''}
              />
              <TextField name="place" label={t('sitting.close.place')} maxLength={PLACE_MAX} initial={seat.place} />
              <Check name="noChair" value="yes" label={t('sitting.close.noChair')} />
            </div>
          )}
          {unnoted > 0 && (
            <p className="mb-2">
              <Check name="rest" value="PRESENT" label={t('sitting.close.rest', { n: unnoted })} />
            </p>
          )}
          <p className="mb-2 text-ink-2">{t('sitting.close.hint')}</p>
          <Submit quiet={gaps.length > 0}>
            {decisions.length > 0 ? t('sitting.close.do', { n: decisions.length }) : t('sitting.close.doNone')}
          </Submit>
        </Form>
      )}
    </div>
  )
}
