import { BankViewFacts } from '@/components/financing/bank-view'
import { byBank, MatchLine } from '@/components/financing/match-lines'
import { PaperLine } from '@/components/financing/paper-consent'
import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { checkNeed, consentNeed, recommendNeed, revokeNeed, withdrawNeed } from '@/lib/actions/financing'
import { STANDARDS } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import { FINANCING_TEXT_MAX, type FinancingDetail } from '@/lib/schemas/financing'

type Props = Readonly<{ need: FinancingDetail; formKey: () => string; t: Translator }>

const About = ({ need, bankId }: { need: FinancingDetail; bankId?: string }) => (
  <>
    <input type="hidden" name="needId" value={need.id} />
    <input type="hidden" name="version" value={need.version} />
    {bankId && <input type="hidden" name="bankId" value={bankId} />}
  </>
)

/** The five standards, each answered; what fails one says why. */
export function CheckForm({ need, formKey, t }: Props) {
  const { credit } = need.view.enterprise
  const listed = credit?.dishonest || credit?.abnormal
  return (
    <Form action={checkNeed} formKey={formKey()} label={t('financing.check.title')} className="space-y-3 py-2">
      <About need={need} />
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {STANDARDS.map((standard) => (
          <Choice
            key={standard}
            name={standard}
            label={t(`financing.standard.${standard}`)}
            empty={t('financing.new.choose')}
            options={[
              { value: 'yes', label: t('financing.check.yes') },
              { value: 'no', label: t('financing.check.no') },
            ]}
          />
        ))}
      </div>
      {listed && <p className="text-red-ink">{t('financing.check.listed')}</p>}
      <TextArea name="text" label={t('financing.check.text')} rows={2} maxLength={FINANCING_TEXT_MAX} />
      <Submit>{t('financing.check.submit')}</Submit>
    </Form>
  )
}

/** What the enterprise said of a bank: that it may see the need, or that it would like to go there. */
function BankSaid({ need, bankId, t }: { need: FinancingDetail; bankId: string; t: Translator }) {
  const bank = need.banks.find(({ id }) => id === bankId)
  const said = [
    bank?.consentUntil && t('financing.match.agreed'),
    bank?.wanted && t('financing.consent.wanted'),
  ].filter(Boolean)
  return said.length > 0 && <span className="ml-2 text-sm text-green-ink">{said.join(t('shell.comma'))}</span>
}

/** Banks by their products, each criterion with its verdict and both values, one press a bank; a person recommends, also one that is not proposed. */
export function RecommendForms({ need, formKey, t }: Props) {
  const taken = new Set(need.offers.map(({ bank }) => bank.id))
  const listed = new Set(need.matches.map(({ bank }) => bank.id))
  const others = need.banks.filter(({ id }) => !taken.has(id) && !listed.has(id))
  return (
    <>
      <p className="text-ink-2">{need.matches.length > 0 ? t('financing.match.hint') : t('financing.match.none')}</p>
      <ul>
        {byBank(need.matches).map(({ bank, products }) => (
          <li key={bank.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-divider py-2.5">
            <div className="min-w-0 flex-1 basis-72">
              <b>{bank.name}</b>
              <BankSaid need={need} bankId={bank.id} t={t} />
              {products.map((match) => (
                <MatchLine key={match.product.id} need={need} match={match} t={t} />
              ))}
            </div>
            {taken.has(bank.id) ? (
              <span className="text-ink-3">{t('financing.match.done')}</span>
            ) : (
              <Form
                action={recommendNeed}
                formKey={formKey()}
                label={t('financing.match.recommendTo', { bank: bank.name })}
              >
                <About need={need} bankId={bank.id} />
                <Submit quiet label={t('financing.match.recommendTo', { bank: bank.name })}>
                  {t('financing.match.recommend')}
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Form
          action={recommendNeed}
          formKey={formKey()}
          label={t('financing.match.other')}
          className="flex flex-wrap items-end gap-3 pt-3"
        >
          <About need={need} />
          <Choice
            name="bankId"
            label={t('financing.match.other')}
            empty={t('financing.match.choose')}
            options={others.map(({ id, name, wanted, consentUntil }) => ({
              value: id,
              label: [name, consentUntil && t('financing.match.agreed'), wanted && t('financing.consent.wanted')]
                .filter(Boolean)
                .join(t('shell.comma')),
            }))}
            className="min-w-60"
          />
          <Submit quiet>{t('financing.match.recommend')}</Submit>
        </Form>
      )}
    </>
  )
}

/** What the enterprise says of each bank: off unless it gives it, with exactly what that bank will see. */
export function ConsentForms({
  need,
  formKey,
  today,
  until,
  locale,
}: Omit<Props, 't'> & { today: PlainDate; until: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const first = (bank: FinancingDetail['banks'][number]) => Number(bank.offer === null) + Number(!bank.wanted)
  const banks = need.banks.toSorted((a, b) => first(a) - first(b))
  return (
    <>
      <p className="text-ink-2">{t('financing.consent.hint')}</p>
      <details className="mt-1 border border-divider bg-card px-4 py-2">
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
          {t('financing.consent.preview')}
        </summary>
        <BankViewFacts view={need.view} today={today} locale={locale} />
        <p className="mt-3 text-sm text-ink-2">{t('financing.detail.notShown')}</p>
      </details>
      <ul>
        {banks.map((bank) => (
          <li key={bank.id} className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-divider py-3">
            <span className="min-w-0 flex-1 basis-48">
              <b>{bank.name}</b>
              <span className="ml-2 text-sm text-ink-2">
                {bank.offer ? t('financing.consent.recommended') : t('financing.consent.notRecommended')}
                {bank.wanted && t('shell.comma') + t('financing.consent.wanted')}
              </span>
              <span className={`block ${bank.consentUntil ? 'text-green-ink' : 'text-ink-2'}`}>
                {bank.consentUntil
                  ? t('financing.consent.given', { day: dayIn(bank.consentUntil, today) })
                  : bank.consentEnded
                    ? t(bank.consentEnded.takenBack ? 'financing.consent.takenBack' : 'financing.consent.expired', {
                        day: dayIn(bank.consentEnded.on, today),
                      })
                    : t('financing.consent.none')}
              </span>
              {bank.paper && <PaperLine paper={bank.paper} today={today} t={t} />}
            </span>
            {bank.consentUntil ? (
              <Form
                action={revokeNeed}
                formKey={formKey()}
                label={t('financing.consent.revokeFrom', { bank: bank.name })}
              >
                <About need={need} bankId={bank.id} />
                <Submit quiet label={t('financing.consent.revokeFrom', { bank: bank.name })}>
                  {t('financing.consent.revoke')}
                </Submit>
              </Form>
            ) : (
              <Form
                action={consentNeed}
                formKey={formKey()}
                label={t('financing.consent.giveTo', { bank: bank.name })}
                className="flex flex-wrap items-end gap-3"
              >
                <About need={need} bankId={bank.id} />
                <TextField
                  name="expiresOn"
                  type="date"
                  label={t('financing.consent.until')}
                  min={today}
                  initial={until}
                />
                <Submit quiet={bank.offer === null} label={t('financing.consent.giveTo', { bank: bank.name })}>
                  {t('financing.consent.give')}
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Takes the need back. */
export function WithdrawForm({ need, formKey, t }: Props) {
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('financing.withdraw.title')}
      </summary>
      <Form action={withdrawNeed} formKey={formKey()} label={t('financing.withdraw.title')} className="space-y-3 py-2">
        <About need={need} />
        <p className="text-ink-2">{t('financing.withdraw.hint')}</p>
        <TextArea name="text" label={t('financing.withdraw.text')} rows={2} maxLength={FINANCING_TEXT_MAX} />
        <Submit quiet>{t('financing.withdraw.submit')}</Submit>
      </Form>
    </details>
  )
}
