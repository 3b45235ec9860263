import { Lamp } from '@/components/level/lamp'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { catalogText } from '@/lib/i18n/catalog-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ProcedureDetail } from '@/lib/schemas/procedure-detail'
import { ProcedureName } from './procedure-name'

/** What the law says of the item, what it needs and what it waits for. */
export function ProcedureFacts({
  procedure,
  today,
  locale,
}: {
  procedure: ProcedureDetail
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const days = [
    ...(['receivedOn', 'acceptedOn', 'finishedOn'] as const).map((step) => {
      const day = procedure[step]
      const mark = procedure.stewardDays.includes(step) ? ` ${t('procedurePage.bySteward')}` : ''
      return day && t(`procedurePage.${step}`, { day: dayIn(day, today) }) + mark
    }),
    procedure.certificateNo && t('procedurePage.certificate', { no: procedure.certificateNo }),
    procedure.expiresOn && t('procedurePage.validTo', { day: dayIn(procedure.expiresOn, today) }),
    procedure.toleranceDueOn && t('procedurePage.toleranceDue', { day: dayIn(procedure.toleranceDueOn, today) }),
    procedure.naReason && t('procedurePage.naReason', { reason: procedure.naReason }),
  ].filter(Boolean)
  const rights = [
    procedure.tolerance && t('procedurePage.toleranceYes'),
    procedure.commitment && t('procedurePage.commitmentYes'),
  ].filter(Boolean)
  return (
    <section>
      <dl className="grid grid-cols-[var(--col-term)_1fr] gap-y-1.5 [&_dt]:text-ink-3">
        <dt>{t('procedurePage.agency')}</dt>
        <dd lang={languageOf(agencyText(procedure.agency, locale), locale)}>
          {[agencyText(procedure.agency, locale), procedure.handler].filter(Boolean).join(' ')}
        </dd>
        {days.length > 0 && (
          <>
            <dt>{t('form.date')}</dt>
            <dd>{listed(days, t)}</dd>
          </>
        )}
        <dt>{t('procedurePage.waits')}</dt>
        <dd>
          {procedure.predecessors.length === 0 && t('procedurePage.noWaits')}
          <ul>
            {procedure.predecessors.map((p) => (
              <li key={p.id} className="flex items-center gap-2">
                <Lamp level={p.level} quiet t={t} />
                <ProcedureName line={p}>{locale === 'en' ? p.nameEn : p.nameZh}</ProcedureName>
                <span className="text-xs text-ink-3">
                  {p.late ? reasonText(p.late, locale) : t(`procedure.state.${p.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </dd>
        {procedure.law.title && (
          <>
            <dt>{t('procedurePage.law')}</dt>
            <dd lang="zh-CN">
              {procedure.law.title} {procedure.law.article}
            </dd>
          </>
        )}
        {procedure.materials.length > 0 && (
          <>
            <dt>{t('procedurePage.materials')}</dt>
            <dd>
              <ul className="list-inside list-disc">
                {procedure.materials.map((m) => (
                  <li key={m}>{catalogText(m, locale)}</li>
                ))}
              </ul>
              {rights.length > 0 && <p className="text-sm text-ink-2">{listed(rights, t)}</p>}
            </dd>
          </>
        )}
        {(procedure.validityMonths !== null || procedure.validityNote) && (
          <>
            <dt>{t('procedurePage.validity')}</dt>
            <dd>
              {procedure.validityNote
                ? catalogText(procedure.validityNote, locale)
                : t('procedurePage.months', { n: procedure.validityMonths ?? 0 })}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
