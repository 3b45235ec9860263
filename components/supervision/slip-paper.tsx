import { SlipSheet } from '@/components/task/slip-sheet'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { slipNumberText } from '@/lib/i18n/slip-number-text'
import { translator } from '@/lib/i18n/translator'
import type { SupervisionDetail } from '@/lib/schemas/supervision'
import { aboutText, standText } from './slip-words'

/** A slip of the commission on one upright A4 督办单: what it was issued with, and room for the answer. */
export function SupervisionPaper({
  slip,
  office,
  locale,
}: {
  slip: SupervisionDetail
  office: string
  locale: Locale
}) {
  const t = translator(locale)
  // As it was issued: a later day stands below, in the history.
  const issued = slip.steps.find(({ kind }) => kind === 'OPEN')
  const due = longDate(issued?.dueOn ?? slip.dueOn, locale)
  const source = slip.about
    ? `${t(`supervisionSlip.source.${slip.source}`)}${t('shell.comma')}${aboutText(slip, t)}`
    : t(`supervisionSlip.source.${slip.source}`)
  const row = (name: 'unit' | 'source' | 'matter' | 'demand' | 'due' | 'signed', value: React.ReactNode) =>
    [t(`supervisionSlip.paper.row.${name}`), value] as const
  return (
    <SlipSheet
      title={t('supervisionSlip.paper.slipTitle')}
      office={office}
      no={slipNumberText(slip, t)}
      rows={[
        row('unit', slip.unit.name),
        row('source', source),
        row('matter', <span className="whitespace-pre-line">{slip.matter}</span>),
        row('demand', <span className="whitespace-pre-line">{slip.demand}</span>),
        row('due', slip.dueOn === issued?.dueOn ? due : `${due} → ${longDate(slip.dueOn, locale)}`),
        row(
          'signed',
          t('supervisionSlip.paper.signature', { name: slip.issuedBy, day: longDate(slip.issuedOn, locale) }),
        ),
        ...(slip.result
          ? [[t('supervisionSlip.paper.result'), t(`supervisionSlip.result.${slip.result}`)] as const]
          : []),
        [t('supervisionSlip.paper.state'), standText(slip, t)],
      ]}
      reply={[
        t('supervisionSlip.paper.reply'),
        slip.reply && <span className="whitespace-pre-line">{slip.reply}</span>,
      ]}
      t={t}
    >
      <p className="mt-2 text-sm text-ink-2">
        {t('supervisionSlip.paper.replyBy', { due: longDate(slip.dueOn, locale) })}
      </p>
    </SlipSheet>
  )
}
