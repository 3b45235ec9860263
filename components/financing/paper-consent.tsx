import { Form, Submit } from '@/components/ui/form'
import { FileText, Paperclip } from '@/components/ui/icons'
import { takePaperBack } from '@/lib/actions/financing'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { FinancingDetail } from '@/lib/schemas/financing'

const ACCEPT = '.pdf,.jpg,.jpeg,.png'

/** A consent that stands on a paper: what it is, when it was signed, and the paper itself. */
export function PaperLine({
  paper,
  today,
  t,
}: {
  paper: NonNullable<FinancingDetail['banks'][number]['paper']>
  today: PlainDate
  t: Translator
}) {
  return (
    <span className="block text-sm text-ink-2">
      <FileText size={14} aria-hidden="true" className="mr-1 inline text-ink-3" />
      {t('financing.paperConsent.signed', { day: dayIn(paper.signedOn, today) })}{' '}
      <a href={`/api/files/consents/${paper.consentId}`} download className="break-all text-link underline">
        {paper.name}
      </a>
    </span>
  )
}

/**
 * The word of an enterprise that has no account 纸质授权书: the office keeps the paper it signed, bank by bank, and takes it back when the
 * enterprise says so.
 */
export function PaperConsents({
  need,
  answer,
  formKey,
  until,
  today,
  locale,
}: {
  need: FinancingDetail
  /** What became of the last upload, with what was typed beside it. */
  answer: Readonly<{ text: string | null; good: boolean; bankId?: string; signedOn?: string; expiresOn?: string }>
  formKey: () => string
  until: PlainDate
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const kept = need.banks.filter((bank) => bank.paper !== null)
  const field = 'min-w-0 flex-1 basis-44'
  return (
    <section id="paper" className="no-print scroll-mt-16 pt-6" aria-label={t('financing.paperConsent.title')}>
      <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('financing.paperConsent.title')}</h2>
      <p className="pt-1 text-ink-2">{t('financing.paperConsent.hint')}</p>
      {answer.text && (
        <p
          role={answer.good ? 'status' : 'alert'}
          className={answer.good ? 'mt-2 text-green-ink' : 'mt-2 text-red-ink'}
        >
          {answer.text}
        </p>
      )}
      <ul>
        {kept.map((bank) => (
          <li key={bank.id} className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-divider py-3">
            <span className="min-w-0 flex-1 basis-48">
              <b>{bank.name}</b>
              {bank.consentUntil && (
                <span className="ml-2 text-green-ink">
                  {t('financing.consent.given', { day: dayIn(bank.consentUntil, today) })}
                </span>
              )}
              {bank.paper && <PaperLine paper={bank.paper} today={today} t={t} />}
            </span>
            <Form
              action={takePaperBack}
              formKey={formKey()}
              label={t('financing.paperConsent.backFrom', { bank: bank.name })}
            >
              <input type="hidden" name="needId" value={need.id} />
              <input type="hidden" name="version" value={need.version} />
              <input type="hidden" name="bankId" value={bank.id} />
              <Submit quiet label={t('financing.paperConsent.backFrom', { bank: bank.name })}>
                {t('financing.paperConsent.back')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
      {need.paper && (
        <form
          method="post"
          action={`/api/files/consents?need=${need.id}`}
          encType="multipart/form-data"
          aria-label={t('financing.paperConsent.add')}
          className="flex flex-wrap items-end gap-3 pt-3"
        >
          <input type="hidden" name="formKey" value={formKey()} />
          <input type="hidden" name="version" value={need.version} />
          <label className={field}>
            <span className="mb-1 block font-semibold">{t('financing.match.bank')}</span>
            <select name="bankId" className="field" defaultValue={answer.bankId ?? ''} required>
              <option value="">{t('financing.match.choose')}</option>
              {need.banks.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className={field}>
            <span className="mb-1 block font-semibold">{t('financing.paperConsent.signedOn')}</span>
            <input
              name="signedOn"
              type="date"
              max={today}
              required
              defaultValue={answer.signedOn ?? today}
              className="field"
            />
          </label>
          <label className={field}>
            <span className="mb-1 block font-semibold">{t('financing.consent.until')}</span>
            <input
              name="expiresOn"
              type="date"
              min={today}
              required
              defaultValue={answer.expiresOn ?? until}
              className="field"
            />
          </label>
          <label className="min-w-0 flex-1 basis-[260px]">
            <span className="mb-1 block font-semibold">{t('financing.paperConsent.file')}</span>
            <input name="file" type="file" accept={ACCEPT} required className="field h-auto! py-1" />
          </label>
          <button type="submit" className="btn max-sm:btn-big">
            <Paperclip size={16} aria-hidden="true" />
            {t('financing.paperConsent.keep')}
          </button>
        </form>
      )}
    </section>
  )
}
