import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { rateText } from '@/lib/domain/financing/money'
import { STANDARDS } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { BankView } from '@/lib/schemas/financing'

type Fact = readonly [label: string, value: React.ReactNode]

/** Facts in two columns; what nobody knows says so where it matters, and else stays out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[136px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type Props = Readonly<{ view: BankView; today: PlainDate; locale: Locale }>

/** The three parts a bank sees of a need 企业资信、重点项目、融资需求: the preview before consent is this, and the bank's page too. */
export function BankViewFacts({ view, today, locale }: Props) {
  const t = translator(locale)
  return (
    <div className="space-y-5">
      <Part title={t('financing.detail.need')} facts={needFacts({ view, today, locale })} />
      <Part title={t('financing.detail.firm')} facts={firmFacts({ view, today, locale })} />
      {view.project && <Part title={t('financing.detail.project')} facts={projectFacts({ view, today, locale })} />}
    </div>
  )
}

function Part({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <Facts facts={facts} />
    </section>
  )
}

function needFacts({ view, today, locale }: Props): Fact[] {
  const t = translator(locale)
  const { check } = view
  const met =
    check && STANDARDS.filter((standard) => check[standard]).map((standard) => t(`financing.standard.${standard}`))
  return [
    [t('financing.detail.purpose'), t(`financing.purpose.${view.purpose}`)],
    [t('financing.detail.amount'), <b key="amount">{amountText(view.amountFen, locale)}</b>],
    [t('financing.detail.term'), t('financing.months', { n: view.months })],
    [
      t('financing.detail.rate'),
      view.rateCeilingBp === null
        ? t('financing.noCeiling')
        : t('financing.rateOf', { rate: rateText(view.rateCeilingBp) }),
    ],
    [t('financing.detail.collateral'), t(`financing.collateral.${view.collateral}`)],
    [t('financing.detail.collateralText'), view.collateralText],
    [
      t('financing.detail.loans'),
      view.loansFen === null
        ? null
        : t('financing.detail.loansOf', {
            amount: amountText(view.loansFen, locale),
            bank: t('financing.detail.otherBank'),
          }),
    ],
    [
      t('financing.detail.check'),
      check ? (
        <>
          {met?.join(t('shell.comma'))}
          <span className="block text-sm text-ink-3">
            {t('financing.detail.checked', { day: dayIn(check.on, today) })}
          </span>
        </>
      ) : (
        t('financing.detail.noCheck')
      ),
    ],
    [
      t('financing.detail.contact'),
      <>
        {view.contact}{' '}
        <a href={`tel:${view.phone}`} className="inline-flex min-h-6 items-center text-link max-sm:min-h-11">
          {view.phone}
        </a>
      </>,
    ],
  ]
}

function firmFacts({ view, today, locale }: Props): Fact[] {
  const t = translator(locale)
  const { enterprise: firm } = view
  const { credit } = firm
  const standing = (['aboveScale', 'highTech', 'specialised'] as const)
    .filter((name) => firm[name])
    .map((name) => t(`financing.detail.${name}`))
  const year = credit?.year ? String(credit.year) : t('financing.detail.lastYear')
  const listed = credit && (credit.dishonest || credit.abnormal)
  return [
    [t('financing.filter.enterprise'), <b key="name">{firm.name}</b>],
    [t('financing.detail.code'), firm.creditCode ?? t('financing.detail.unknown')],
    [t('financing.detail.size'), firm.size && t(`financing.size.${firm.size}`)],
    [t('financing.detail.industry'), firm.industry && t(`financing.industry.${firm.industry}`)],
    [t('financing.detail.standing'), standing.join(t('shell.comma'))],
    [t('financing.detail.founded'), firm.foundedOn && dayIn(firm.foundedOn, today)],
    [
      t('financing.detail.employees'),
      firm.employees === null ? null : t('financing.detail.people', { n: firm.employees }),
    ],
    [
      t('financing.detail.revenue', { year }),
      credit?.revenueFen == null ? t('financing.detail.unknown') : amountText(credit.revenueFen, locale),
    ],
    [
      t('financing.detail.tax', { year }),
      credit?.taxFen == null ? t('financing.detail.unknown') : amountText(credit.taxFen, locale),
    ],
    [t('financing.detail.grade'), credit?.grade ?? t('financing.detail.unknown')],
    [
      t('financing.detail.dishonest'),
      listed ? (
        <span key="listed" className="text-red-ink">
          {t('financing.detail.yes')}
        </span>
      ) : credit?.dishonest === false && credit.abnormal === false ? (
        t('financing.detail.no')
      ) : (
        t('financing.detail.unknown')
      ),
    ],
  ]
}

function projectFacts({ view, locale }: Props): Fact[] {
  const t = translator(locale)
  const { project } = view
  if (!project) return []
  const name = <span lang={languageOf(project.name, locale)}>{project.name}</span>
  const money = (fen: bigint | null) => (fen === null ? null : amountText(fen, locale))
  return [
    [
      t('financing.column.project'),
      project.open ? (
        <Link key="project" href={`/projects/${project.id}`} className="text-link">
          {name}
        </Link>
      ) : (
        name
      ),
    ],
    [t('financing.detail.stage'), t(`project.stage.${project.stage}`)],
    [t('financing.detail.level'), <Lamp key="level" level={project.level} t={t} />],
    [t('financing.detail.total'), money(project.totalFen)],
    [t('financing.detail.plan'), money(project.planFen)],
    [t('financing.detail.done'), money(project.doneFen)],
    [t('financing.detail.steward'), project.steward],
  ]
}
