import { Provisional, ProvisionalNote } from '@/components/level/provisional'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import { freeText } from '@/lib/i18n/why-text'
import type { ProcedureDetail, Standstill } from '@/lib/schemas/procedure-detail'

/** The two limits with their arithmetic in words: anybody can count along. */
export function Limits({ procedure, today, locale }: { procedure: ProcedureDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const statute =
    procedure.statutoryDays === null
      ? null
      : t(procedure.statutoryUnit === 'CD' ? 'procedurePage.calendarDays' : 'procedurePage.workdays', {
          n: procedure.statutoryDays,
        })
  return (
    <section>
      <h2 className="mb-1.5 text-lg font-semibold">{t('procedurePage.clocks')}</h2>
      <dl className="grid grid-cols-[var(--col-term-short)_1fr] gap-y-1.5 [&_dt]:text-ink-3">
        <dt>{t('procedurePage.promised')}</dt>
        <dd>
          <b>{t('procedurePage.workdays', { n: procedure.promisedWd })}</b>
          <p className="text-sm text-ink-2">
            {procedure.standstill
              ? standing(procedure.standstill, procedure.standstill.promiseLeft, today, t)
              : procedure.promise
                ? sentence(procedure.promise, procedure, false, today, locale, t)
                : t('procedurePage.notBegun')}
            <Provisional when={procedure.promise?.provisional} t={t} />
          </p>
        </dd>
        <dt>{t('procedurePage.statutory')}</dt>
        <dd>
          {statute ? (
            <b>
              {statute}
              {procedure.extensionWd > 0 && t('procedurePage.plusExtension', { n: procedure.extensionWd })}
            </b>
          ) : (
            t('procedurePage.noStatute')
          )}
          {procedure.standstill && procedure.standstill.statuteLeft !== null && (
            <p className="text-sm text-ink-2">
              {standing(procedure.standstill, procedure.standstill.statuteLeft, today, t)}
            </p>
          )}
          {procedure.statute && (
            <p className="text-sm text-ink-2">
              {sentence(procedure.statute, procedure, true, today, locale, t)}
              <Provisional when={procedure.statute.provisional} t={t} />
            </p>
          )}
        </dd>
      </dl>
      <ProvisionalNote when={procedure.promise?.provisional || procedure.statute?.provisional} t={t} />
    </section>
  )
}

/** What a limit is while its clock stands: no day, only what is left. */
function standing({ kind, since, used }: Standstill, left: number, today: PlainDate, t: Translator): string {
  return (
    t(`procedurePage.standing.${kind}`, { since: dayIn(since, today) }) +
    (left < 0
      ? t('procedurePage.standing.over', { used, over: -left })
      : t('procedurePage.standing.left', { used, left }))
  )
}

function sentence(
  due: NonNullable<ProcedureDetail['promise']>,
  procedure: ProcedureDetail,
  statutory: boolean,
  today: PlainDate,
  locale: Locale,
  t: Translator,
): string {
  const free = freeText(due, today, locale)
  const parts = [
    // Day 0 is the day itself (K2): the next working day is the first that counts.
    t(procedure.acceptedOn ? 'procedurePage.sentence' : 'procedurePage.sentenceReceived', {
      from: dayIn(due.from, today),
      first: dayIn(due.firstOn, today),
      n: due.workingDays - due.pausedWd,
      due: dayIn(due.dueOn, today),
    }),
    free.length > 0 && t('procedurePage.sentenceFree', { days: free.join(t('shell.comma')) }),
    due.pausedWd > 0 && t('procedurePage.sentencePaused', { n: due.pausedWd }),
    statutory &&
      procedure.statutoryUnit === 'CD' &&
      t('procedurePage.sentenceCalendar', { n: procedure.statutoryDays ?? 0 }),
    statutory && procedure.extensionWd > 0 && t('procedurePage.extended', { n: procedure.extensionWd }),
  ]
  return parts.filter(Boolean).join('')
}
