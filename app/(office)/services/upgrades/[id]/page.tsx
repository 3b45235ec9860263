import { notFound } from 'next/navigation'
import { NeedsBeside } from '@/components/financing/needs-beside'
import { FactList } from '@/components/service/fact-list'
import { StepList } from '@/components/service/step-list'
import { Link } from '@/components/ui/link'
import { SubsidySentence } from '@/components/upgrade/subsidy-sentence'
import { UpgradeForms } from '@/components/upgrade/upgrade-forms'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { needsBeside } from '@/lib/data/financing-beside'
import { findUpgrade } from '@/lib/data/upgrade-detail'
import { relationFor } from '@/lib/domain/access'
import type { UpgradeMoveKind } from '@/lib/domain/upgrade'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('upgrade.title')

type StepKind = 'ENTER' | 'EDIT' | UpgradeMoveKind

export default async function UpgradePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const upgrade = isUuid(id) ? await findUpgrade(actor, id) : null
  if (!upgrade) notFound()
  const t = translator(locale)
  const today = businessDay()
  const amount = (fen: bigint | null) => fen !== null && amountText(fen, locale)
  const { policyRow: policy, project } = upgrade
  const needs = await needsBeside(actor, { upgradeId: id }, today)
  const mayFile = upgrade.state !== 'WITHDRAWN' && relationFor(actor.role, 'financing.file') !== null
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <Link href="/services/upgrades" className="no-print inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('upgrade.back')}
        </Link>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <b className="text-ink">{t(`upgrade.state.${upgrade.state}`)}</b>
            <span>{upgrade.enterprise.name}</span>
            <span>{upgrade.kinds.map((kind) => t(`upgrade.kind.${kind}`)).join(t('service.and'))}</span>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">{upgrade.name}</h1>
          <p className="mt-1">{upgrade.content}</p>
          <SubsidySentence upgrade={upgrade} locale={locale} />
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">
            {t('service.actions')}
            {upgrade.edits && (
              <Link
                href={`/services/upgrades/${id}/edit`}
                className="ml-4 inline-flex items-center text-base font-normal text-link max-sm:min-h-11"
              >
                {t('upgrade.edit')}
              </Link>
            )}
          </h2>
          <UpgradeForms key={upgrade.version} upgrade={upgrade} formKey={() => issueFormKey(actor.userId)} t={t} />
        </section>
        {upgrade.procedures.length > 0 && (
          <section className="pt-6">
            <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('upgrade.procedures')}</h2>
            <ul>
              {upgrade.procedures.map(({ id: procedure, name, state }) => (
                <li key={procedure} className="flex gap-4 border-b border-divider py-1.5">
                  <Link href={`/procedures/${procedure}`} className="text-link">
                    {name}
                  </Link>
                  <span className="text-ink-2">{t(`procedure.state.${state}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {(needs.total > 0 || mayFile) && (
          <section className="pt-6" aria-label={t('financing.contact.title')}>
            <h2 className="flex flex-wrap items-baseline gap-x-4 border-b border-control pb-1 text-lg font-semibold">
              {t('financing.contact.title')}
              {mayFile && (
                <Link
                  href={`/financing/new?enterprise=${upgrade.enterprise.id}&upgrade=${upgrade.id}`}
                  className="no-print inline-flex items-center text-base font-normal text-link max-sm:min-h-11"
                >
                  {t('financing.file')}
                </Link>
              )}
            </h2>
            <NeedsBeside rows={needs.rows} today={today} locale={locale} />
          </section>
        )}
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('service.history')}</h2>
          <StepList
            steps={upgrade.steps}
            word={(kind) => t(`upgrade.step.${kind as StepKind}`)}
            more={(step) => amount(upgrade.steps.find((one) => one.id === step)?.paidFen ?? null)}
            today={today}
          />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('service.facts')}</h2>
        <FactList
          facts={[
            [t('upgrade.column.enterprise'), upgrade.enterprise.name],
            [
              t('upgrade.column.project'),
              project && (
                <Link href={`/projects/${project.id}`} className="text-link">
                  {project.name}
                </Link>
              ),
            ],
            [t('upgrade.column.total'), amount(upgrade.totalFen)],
            [t('upgrade.column.equipment'), amount(upgrade.equipmentFen)],
            [t('upgrade.column.startOn'), upgrade.startOn],
            [t('upgrade.column.endOn'), upgrade.endOn],
            [
              t('upgrade.energy'),
              upgrade.energyBefore &&
                t('upgrade.energyChange', { before: upgrade.energyBefore, after: upgrade.energyAfter ?? '—' }),
            ],
            [t('upgrade.column.policy'), policy && t('upgrade.policyOf', { name: policy.name, n: policy.number })],
            [t('upgrade.column.document'), policy?.document],
            [t('upgrade.column.estimated'), amount(upgrade.estimatedFen)],
            [t('upgrade.column.paid'), amount(upgrade.paidFen)],
            [t('upgrade.column.paidOn'), upgrade.paidOn],
            [t('upgrade.column.finance'), upgrade.needsFinance && t('upgrade.needsFinance')],
            [t('upgrade.column.enteredOn'), upgrade.enteredOn],
          ]}
        />
      </aside>
    </article>
  )
}
