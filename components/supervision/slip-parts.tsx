import { Link } from '@/components/ui/link'
import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { SupervisionDetail } from '@/lib/schemas/supervision'
import { aboutText } from './slip-words'

type Props = Readonly<{ slip: SupervisionDetail; today: PlainDate; t: Translator }>

/** Everything that was done about a slip, latest first; what the day did by itself says so. */
export function SupervisionHistory({ slip, today, t }: Props) {
  return (
    <ol>
      {slip.steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">
            {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
          </span>
          <div className="min-w-0">
            <p>
              <b>{t(`supervisionSlip.step.${step.kind}`)}</b>
              {step.result && <span className="ml-2">{t(`supervisionSlip.result.${step.result}`)}</span>}
              {step.dueOn && (
                <span className="ml-2">
                  {t('supervisionSlip.detail.due')} {dayIn(step.dueOn, today)}
                </span>
              )}
              <span className="ml-3 text-ink-2">{step.by ?? t('supervisionSlip.byDay')}</span>
            </p>
            {step.text && (
              <p lang="zh-CN" className="whitespace-pre-line">
                {step.text}
              </p>
            )}
            {step.effect && (
              <p lang="zh-CN" className="whitespace-pre-line">
                {t('supervisionSlip.detail.effect')} {step.effect}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

type Fact = readonly [label: string, value: React.ReactNode]

/** Where a slip came from, whose it is, and what was said about it. */
export function SupervisionFacts({ slip, today, t }: Props) {
  const { about, project } = slip
  const said = (text: string | null) =>
    text && (
      <span lang="zh-CN" className="whitespace-pre-line">
        {text}
      </span>
    )
  const facts: readonly Fact[] = [
    [t('supervisionSlip.detail.source'), t(`supervisionSlip.source.${slip.source}`)],
    [
      t('supervisionSlip.detail.about'),
      about &&
        (about.href ? (
          <Link href={about.href} className="text-link">
            {aboutText(slip, t)}
          </Link>
        ) : (
          aboutText(slip, t)
        )),
    ],
    [t('supervisionSlip.detail.point'), slip.point],
    [
      t('supervisionSlip.detail.project'),
      project &&
        (project.href ? (
          <Link href={project.href} lang="zh-CN" className="text-link">
            {project.name}
          </Link>
        ) : (
          <span lang="zh-CN">{project.name}</span>
        )),
    ],
    [t('supervisionSlip.detail.unit'), slip.unit.name],
    [
      t('supervisionSlip.detail.issuedOn'),
      t('supervisionSlip.detail.issuedBy', { day: dayIn(slip.issuedOn, today), name: slip.issuedBy }),
    ],
    [t('supervisionSlip.detail.due'), dayIn(slip.dueOn, today)],
    [t('supervisionSlip.detail.reply'), said(slip.reply)],
    [t('supervisionSlip.detail.repliedOn'), slip.repliedOn && dayIn(slip.repliedOn, today)],
    [t('supervisionSlip.detail.result'), slip.result && t(`supervisionSlip.result.${slip.result}`)],
    [t('supervisionSlip.detail.finding'), said(slip.finding)],
    [t('supervisionSlip.detail.verifiedOn'), slip.verifiedOn && dayIn(slip.verifiedOn, today)],
    [t('supervisionSlip.detail.effect'), said(slip.effect)],
    [t('supervisionSlip.detail.revisit'), said(slip.revisit)],
    [
      t('supervisionSlip.detail.satisfied'),
      slip.revisitOn &&
        t(`supervisionSlip.satisfied.${slip.satisfied === null ? 'none' : slip.satisfied ? 'yes' : 'no'}`),
    ],
    [t('supervisionSlip.detail.redone'), slip.redone > 0 && t('supervisionSlip.detail.redoneOf', { n: slip.redone })],
    [t('supervisionSlip.detail.chain'), slip.rung && t(`supervisionSlip.rung.${slip.rung}`)],
    [t('supervisionSlip.detail.closedOn'), slip.closedOn && dayIn(slip.closedOn, today)],
  ]
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[128px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
