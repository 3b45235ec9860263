import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveProduct, stopProduct } from '@/lib/actions/financing'
import { LENT_INDUSTRIES, type LentIndustry } from '@/lib/domain/financing/industry'
import type { Product } from '@/lib/domain/financing/match'
import { rateText } from '@/lib/domain/financing/money'
import { COLLATERALS } from '@/lib/domain/financing/need'
import { exactWan } from '@/lib/domain/money'
import type { Translator } from '@/lib/i18n/translator'

type Named = Readonly<{ id: string; name: string }>
type ProductLine = Product & Readonly<{ version: number; bank: string; mine: boolean; streets: readonly string[] }>

/** What banks lend, by their own words; whoever keeps a product may change it or take it off. */
export function ProductList({
  rows,
  banks,
  streets,
  formKey,
  t,
}: {
  rows: readonly ProductLine[]
  banks: readonly Named[]
  streets: readonly Named[]
  formKey: () => string
  t: Translator
}) {
  if (rows.length === 0) return <p className="py-4 text-ink-2">{t('financing.product.none')}</p>
  const any = t('financing.product.any')
  return (
    <ul className="border-t border-control">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-divider py-3">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <b className="text-lg">{row.name}</b>
            <span>{row.bank}</span>
            <span className="text-ink-2">{t('financing.product.from', { rate: rateText(row.rateFromBp) })}</span>
          </div>
          <dl className="flex flex-wrap gap-x-6">
            {(
              [
                [
                  t('financing.product.amount'),
                  `${t('financing.product.span', { from: exactWan(row.minFen), to: exactWan(row.maxFen) })} ${t('financing.unit')}`,
                ],
                [
                  t('financing.product.term'),
                  t('financing.months', {
                    n: t('financing.product.span', { from: row.minMonths, to: row.maxMonths }),
                  }),
                ],
                [
                  t('financing.product.collaterals'),
                  row.collaterals.map((one) => t(`financing.collateral.${one}`)).join(t('shell.comma')) || any,
                ],
                [
                  t('financing.product.industries'),
                  row.industries.map((one) => t(`financing.industry.${one as LentIndustry}`)).join(t('shell.comma')) ||
                    any,
                ],
                [t('financing.product.streets'), row.streets.join(t('shell.comma')) || any],
              ] as const
            ).map(([label, value]) => (
              <div key={label} className="flex gap-2">
                <dt className="text-ink-2">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {row.mine && (
            <div className="no-print flex flex-wrap items-start gap-x-6">
              <details className="min-w-0 flex-1">
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('financing.product.edit')}
                  <span className="sr-only"> {row.name}</span>
                </summary>
                <ProductForm product={row} banks={banks} streets={streets} formKey={formKey()} t={t} />
              </details>
              <Form action={stopProduct} formKey={formKey()} label={t('financing.product.stopOf', { name: row.name })}>
                <input type="hidden" name="productId" value={row.id} />
                <input type="hidden" name="version" value={row.version} />
                <Submit quiet label={t('financing.product.stopOf', { name: row.name })}>
                  {t('financing.product.stop')}
                </Submit>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A product as its bank states it; nothing ticked is no condition. */
export function ProductForm({
  product,
  banks,
  streets,
  formKey,
  t,
}: {
  product?: ProductLine
  /** Whose it may be; empty where it is the writer's own. */
  banks: readonly Named[]
  streets: readonly Named[]
  formKey: string
  t: Translator
}) {
  const half = 'min-w-0 flex-1 basis-48'
  const label = product ? `${t('financing.product.edit')} ${product.name}` : t('financing.product.add')
  return (
    <Form action={saveProduct} formKey={formKey} label={label} className="max-w-3xl space-y-3 py-3">
      {product && (
        <>
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="version" value={product.version} />
          <input type="hidden" name="bankId" value={product.bankId} />
        </>
      )}
      {!product && banks.length > 0 && (
        <Choice
          name="bankId"
          label={t('financing.product.bank')}
          empty={t('financing.new.choose')}
          options={banks.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="name"
          label={t('financing.product.name')}
          initial={product?.name}
          maxLength={40}
          className={half}
        />
        <TextField
          name="rate"
          label={t('financing.product.rate')}
          initial={product && rateText(product.rateFromBp)}
          inputMode="decimal"
          maxLength={6}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="minWan"
          label={t('financing.product.min')}
          initial={product && exactWan(product.minFen)}
          inputMode="decimal"
          maxLength={20}
          className={half}
        />
        <TextField
          name="maxWan"
          label={t('financing.product.max')}
          initial={product && exactWan(product.maxFen)}
          inputMode="decimal"
          maxLength={20}
          className={half}
        />
        <TextField
          name="minMonths"
          label={t('financing.product.minMonths')}
          initial={product && String(product.minMonths)}
          inputMode="numeric"
          maxLength={3}
          className={half}
        />
        <TextField
          name="maxMonths"
          label={t('financing.product.maxMonths')}
          initial={product && String(product.maxMonths)}
          inputMode="numeric"
          maxLength={3}
          className={half}
        />
      </div>
      <Ticks
        name="collaterals[]"
        legend={t('financing.product.collaterals')}
        any={t('financing.product.any')}
        options={COLLATERALS.map((id) => ({ id, name: t(`financing.collateral.${id}`) }))}
        ticked={product?.collaterals ?? []}
      />
      <Ticks
        name="industries[]"
        legend={t('financing.product.industries')}
        any={t('financing.product.any')}
        options={LENT_INDUSTRIES.map((id) => ({ id, name: t(`financing.industry.${id}`) }))}
        ticked={product?.industries ?? []}
      />
      <Ticks
        name="streets[]"
        legend={t('financing.product.streets')}
        any={t('financing.product.any')}
        options={streets}
        ticked={product?.streetIds ?? []}
      />
      <Submit>{t('financing.product.save')}</Submit>
    </Form>
  )
}

function Ticks({
  name,
  legend,
  any,
  options,
  ticked,
}: {
  name: string
  legend: string
  any: string
  options: readonly Named[]
  ticked: readonly string[]
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">
        {legend}
        <span className="ml-2 font-normal text-ink-3">{any}</span>
      </legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map((option) => (
          <Check
            key={option.id}
            name={name}
            value={option.id}
            label={option.name}
            initial={ticked.includes(option.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
