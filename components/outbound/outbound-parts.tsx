import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { editOutbound, recordOutbound } from '@/lib/actions/outbound'
import { CURRENCIES, exactHundredths } from '@/lib/domain/foreign-money'
import { COUNTRIES, OUTBOUND_KINDS } from '@/lib/domain/outbound'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { foreignText } from '@/lib/i18n/enterprise-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import { FILING_MAX, OUTBOUND_NOTE_MAX, type OutboundRow } from '@/lib/schemas/outbound'

const td = 'row-cell h-12'
const HEADS = [
  ['enterprise', 'w-[18rem]'],
  ['kind', 'w-[12rem] lang-en:w-[15rem]'],
  ['country', 'w-[8rem]'],
  ['amount', 'w-[11rem]'],
  ['filingNo', 'w-[11rem]'],
  ['on', 'w-[7rem]'],
  ['note', 'w-[16rem]'],
] as const

type Rows = Readonly<{ rows: readonly OutboundRow[]; today: PlainDate; locale: Locale }>

/** Business abroad as a table; an amount stands with its currency. */
export function OutboundTable({ rows, today, locale }: Rows) {
  const t = translator(locale)
  const dash = <span className="text-ink-3">—</span>
  return (
    <table className="w-full min-w-[76rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('outbound.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`outbound.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/services/outbound/${row.id}`}
                lang={languageOf(row.enterprise.name, locale)}
                className="font-semibold hover:text-link"
              >
                {row.enterprise.name}
                <span className="sr-only">{`${t('shell.comma')}${t(`outbound.kind.${row.kind}`)}${t('shell.comma')}${row.country ? t(`outbound.country.${row.country}`) : dayIn(row.on, today)}`}</span>
              </Link>
            </th>
            <td className={td}>{t(`outbound.kind.${row.kind}`)}</td>
            <td className={td}>{row.country ? t(`outbound.country.${row.country}`) : dash}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{row.amount ? foreignText(row.amount, locale) : dash}</td>
            <td className={td}>{row.filingNo ?? dash}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.on, today)}</td>
            <td className={clsx(td, 'text-ink-2')}>
              {row.revokedOn ? t('outbound.revokedOn', { on: dayIn(row.revokedOn, today) }) : row.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Business abroad on a phone. */
export function OutboundCards({ rows, today, locale }: Rows) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/services/outbound/${row.id}`} className="block px-4 py-3.5">
            <b className="block text-lg">{row.enterprise.name}</b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span>{t(`outbound.kind.${row.kind}`)}</span>
              {row.country && <span>{t(`outbound.country.${row.country}`)}</span>}
              {row.amount && <span>{foreignText(row.amount, locale)}</span>}
              <span>{dayIn(row.on, today)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Enters business abroad, or corrects what was entered. */
export function OutboundForm({
  row,
  formKey,
  today,
  t,
}: {
  row: OutboundRow | null
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const pair = 'flex flex-wrap gap-x-4 gap-y-4'
  const half = 'min-w-0 flex-1 basis-60'
  const title = t(row ? 'outbound.edit' : 'outbound.record')
  return (
    <Form action={row ? editOutbound : recordOutbound} formKey={formKey} label={title} className="space-y-4">
      {row && (
        <>
          <input type="hidden" name="caseId" value={row.id} />
          <input type="hidden" name="version" value={row.version} />
        </>
      )}
      <TextField
        name="enterprise"
        label={t('outbound.form.enterprise')}
        hint={t('outbound.form.enterpriseHint')}
        initial={row?.enterprise.name}
        maxLength={100}
      />
      <div className={pair}>
        <Choice
          name="kind"
          label={t('outbound.form.kind')}
          empty={t('outbound.form.choose')}
          initial={row?.kind}
          options={OUTBOUND_KINDS.map((kind) => ({ value: kind, label: t(`outbound.kind.${kind}`) }))}
          className={half}
        />
        <Choice
          name="country"
          label={t('outbound.form.country')}
          empty={t('outbound.form.noCountry')}
          initial={row?.country ?? undefined}
          options={COUNTRIES.map((country) => ({ value: country, label: t(`outbound.country.${country}`) }))}
          className={half}
        />
      </div>
      <div className={pair}>
        <TextField
          name="amount"
          label={t('outbound.form.amount')}
          hint={t('outbound.form.amountHint')}
          initial={row?.amount ? exactHundredths(BigInt(row.amount.minor)) : undefined}
          maxLength={60}
          className={half}
        />
        <Choice
          name="currency"
          label={t('outbound.form.currency')}
          initial={row?.amount?.currency ?? 'USD'}
          options={CURRENCIES.map((currency) => ({ value: currency, label: t(`outbound.currency.${currency}`) }))}
          className={half}
        />
      </div>
      <div className={pair}>
        <TextField
          name="filingNo"
          label={t('outbound.form.filingNo')}
          initial={row?.filingNo ?? undefined}
          maxLength={FILING_MAX}
          className={half}
        />
        <TextField
          name="on"
          type="date"
          label={t('outbound.form.on')}
          initial={row?.on ?? today}
          max={today}
          className={half}
        />
      </div>
      <TextArea
        name="note"
        label={t('outbound.form.note')}
        initial={row?.note ?? undefined}
        rows={2}
        maxLength={OUTBOUND_NOTE_MAX}
      />
      {row && <Check name="revoked" value="1" label={t('outbound.form.revoked')} initial={row.revokedOn !== null} />}
      <Submit>{row ? t('outbound.form.save') : title}</Submit>
    </Form>
  )
}
