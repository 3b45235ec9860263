import { forbidden } from 'next/navigation'
import { LedgerFigures, UnitFigureTable, WaitingFigures } from '@/components/issue/figures'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { issueFigures } from '@/lib/data/issue-figures'
import { SIGHT } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('issueLedger.figures.title')

export default async function IssueFiguresPage() {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const t = translator(locale)
  const { ledgers, units, waiting } = await issueFigures(actor, businessDay())
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-6 [&_h2]:text-lg [&_h2]:font-semibold">
      <Link href="/issues" className="text-ink-2 hover:text-link">
        {t('issueLedger.back')}
      </Link>
      <h1 className="text-xl font-semibold sm:text-2xl">{t('issueLedger.figures.title')}</h1>
      <p className="text-ink-2">{t('issueLedger.figures.hint')}</p>
      {ledgers.length === 0 ? (
        <p className="mt-4 text-ink-2">{t('issueLedger.figures.none')}</p>
      ) : (
        <>
          <h2>{t('issueLedger.figures.ledgers')}</h2>
          <LedgerFigures ledgers={ledgers} t={t} />
          <p className="mt-1 text-sm text-ink-3">{t('issueLedger.rate.hint')}</p>
          <h2>{t('issueLedger.figures.units')}</h2>
          <WaitingFigures waiting={waiting} t={t} />
          <UnitFigureTable units={units} t={t} />
        </>
      )}
    </div>
  )
}
