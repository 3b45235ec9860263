import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { changePromotion, recordParty } from '@/lib/actions/promotions'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'
import type { PartyRow, PromotionDetail } from '@/lib/schemas/promotion'

type Props = Readonly<{ promotion: PromotionDetail; formKey: () => string; today: PlainDate; t: Translator }>

const block = 'space-y-3 border-b border-divider py-4 first:pt-1 last:border-0'

function Which({ promotion }: Pick<Props, 'promotion'>) {
  return (
    <>
      <input type="hidden" name="promotionId" value={promotion.id} />
      <input type="hidden" name="version" value={promotion.version} />
    </>
  )
}

/** What the reader may do about a promotion now. */
export function PromotionForms({ promotion, formKey, today, t }: Props) {
  const { moves, interests, parties } = promotion
  if (moves.length === 0 && !interests) return <p className="py-2 text-ink-2">{t('service.noActions')}</p>
  return (
    <>
      {moves.includes('REPORT') && (
        <Form action={changePromotion} formKey={formKey()} label={t('promotion.move.REPORT')} className={block}>
          <Which promotion={promotion} />
          <input type="hidden" name="kind" value="REPORT" />
          <Submit>{t('promotion.move.REPORT')}</Submit>
        </Form>
      )}
      {interests && (
        <>
          {parties.map((party) => (
            <details key={party.id} className="border-b border-divider">
              <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                {t('promotion.partyMend', { name: party.name })}
              </summary>
              <PartyForm promotion={promotion} party={party} formKey={formKey} today={today} t={t} />
            </details>
          ))}
          <PartyForm promotion={promotion} party={null} formKey={formKey} today={today} t={t} />
        </>
      )}
      {moves.includes('WITHDRAW') && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('service.more')}
          </summary>
          <Form action={changePromotion} formKey={formKey()} label={t('promotion.move.WITHDRAW')} className={block}>
            <Which promotion={promotion} />
            <input type="hidden" name="kind" value="WITHDRAW" />
            <TextField name="text" label={t('promotion.form.why')} maxLength={WORDS_MAX} />
            <Submit quiet>{t('promotion.move.WITHDRAW')}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}

/** Who is interested, with what he intends, signed for and paid in: three fields for three amounts. */
function PartyForm({ promotion, party, formKey, today, t }: Props & Readonly<{ party: PartyRow | null }>) {
  const wan = (fen: bigint | null | undefined) => (fen === null || fen === undefined ? undefined : exactWan(fen))
  const money = { inputMode: 'decimal', maxLength: 24, className: 'min-w-0 flex-1 basis-40' } as const
  const day = { type: 'date', max: today, className: 'min-w-0 flex-1 basis-40' } as const
  return (
    <Form
      action={recordParty}
      formKey={formKey()}
      label={party ? t('promotion.partyMend', { name: party.name }) : t('promotion.partyAdd')}
      className={block}
    >
      <Which promotion={promotion} />
      {party ? (
        <input type="hidden" name="name" value={party.name} />
      ) : (
        <TextField name="name" label={t('promotion.column.party')} maxLength={60} className="max-w-[28rem]" />
      )}
      <div className="flex flex-wrap gap-3">
        <TextField name="on" label={t('promotion.column.on')} initial={party?.on ?? today} {...day} />
        <TextField
          name="intendedWan"
          label={t('promotion.column.intended')}
          hint={t('service.wanHint')}
          initial={wan(party?.intendedFen)}
          {...money}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField name="signedWan" label={t('promotion.column.signed')} initial={wan(party?.signedFen)} {...money} />
        <TextField
          name="signedOn"
          label={t('promotion.form.signedOn')}
          initial={party?.signedOn ?? undefined}
          {...day}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField name="paidWan" label={t('promotion.column.paid')} initial={wan(party?.paidFen)} {...money} />
        <TextField name="paidOn" label={t('promotion.form.paidOn')} initial={party?.paidOn ?? undefined} {...day} />
      </div>
      <Submit quiet={party !== null}>{t(party ? 'promotion.partySave' : 'promotion.partyAdd')}</Submit>
    </Form>
  )
}
