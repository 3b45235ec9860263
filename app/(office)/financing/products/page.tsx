import { forbidden } from 'next/navigation'
import { FinancingHead } from '@/components/financing/financing-head'
import { ProductForm, ProductList } from '@/components/financing/products'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listBanks, listProducts } from '@/lib/data/bank-products'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('financing.section.products')

/** 银行产品: what banks lend, by their own words; needs are held against it. */
export default async function ProductsPage() {
  const { actor, locale } = await requireActor()
  const keeps = relationFor(actor.role, 'financing.product') !== null
  if (!keeps && actor.role !== 'CONTACT') forbidden()
  const t = translator(locale)
  const [{ rows, streets }, all] = await Promise.all([listProducts(actor), keeps ? listBanks(actor) : []])
  const banks = actor.role === 'BANK' ? [] : all
  const formKey = () => issueFormKey(actor.userId)
  return (
    <div>
      <FinancingHead role={actor.role} here="products" t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-6">
        <p className="text-ink-2">{t('financing.product.hint')}</p>
        {keeps && (
          <details className="no-print mb-3">
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
              {t('financing.product.add')}
            </summary>
            <ProductForm banks={banks} streets={streets} formKey={formKey()} t={t} />
          </details>
        )}
        <ProductList rows={rows} banks={banks} streets={streets} formKey={formKey} t={t} />
      </div>
    </div>
  )
}
