import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { WalkCost } from '@/lib/domain/walk'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { costText, savedText } from '@/lib/i18n/walk-text'
import type { FindingDetail, WalkDetail } from '@/lib/schemas/walk'

type Fact = readonly [label: string, value: React.ReactNode]

/** Facts beside a page, one under the other; those that are not there stay out. */
function Facts({ facts }: { facts: readonly Fact[] }) {
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

/** Who walked what, and what it took. */
export function WalkFacts({ walk, today, locale }: { walk: WalkDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const facts: readonly Fact[] = [
    [t('walk.detail.unit'), walk.unit.name],
    [t('walk.detail.leader'), walk.leader],
    [t('walk.detail.mode'), t(`walk.mode.${walk.mode}`)],
    [t('walk.detail.place'), t(`walk.place.${walk.place}`)],
    [t('walk.detail.on'), dayIn(walk.on, today)],
    [t('walk.detail.minutes'), t('walk.minutes', { n: walk.minutes })],
    [t('walk.detail.papers'), t('walk.papers', { n: walk.papers })],
    [t('walk.detail.trips'), t('walk.trips', { n: walk.trips })],
    [t('walk.detail.days'), walk.days !== null && t('walk.days', { n: walk.days })],
    [t('walk.detail.note'), walk.note],
    [t('walk.detail.walker'), walk.walker],
    [
      t('walk.detail.again'),
      walk.verifies && (
        <Link href={`/services/walks/findings/${walk.verifies.id}`} className="text-link">
          {walk.verifies.text}
        </Link>
      ),
    ],
  ]
  return <Facts facts={facts} />
}

const measured = ({ days, papers, trips }: WalkCost) => days !== null || papers !== null || trips !== null

/** What it cost: its own share, or else what its step costs, said to be counted by another finding. */
function costShown(own: WalkCost, met: WalkCost | null, locale: Locale): string {
  const shared = met && { ...met, days: null }
  return measured(own) || !shared || !measured(shared)
    ? costText(own, locale)
    : translator(locale)('walk.countedElsewhere', { cost: costText(shared, locale) })
}

/** Days until the result on both walks, where the finding does not count them itself. */
function daysShown({ before, met }: FindingDetail, locale: Locale): string | null {
  const t = translator(locale)
  const [from, to] = [met.before?.days ?? null, met.after?.days ?? null]
  if (before.days !== null || from === null) return null
  const said = (n: number) => t('walk.days', { n })
  return to === null ? said(from) : t('walk.findingPage.wholeDaysBoth', { before: said(from), after: said(to) })
}

/** Where it was found, whose it is, and what it cost before and after. */
export function FindingFacts({ finding, today, locale }: { finding: FindingDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { walk, verifiedBy } = finding
  const facts: readonly Fact[] = [
    [
      t('walk.findingPage.walk'),
      <Link key="walk" href={`/services/walks/${walk.id}`} lang="zh-CN" className="text-link">
        {t('walk.findingPage.walkLine', { item: walk.item, unit: walk.unit })}
      </Link>,
    ],
    [t('walk.findingPage.at'), finding.step ?? t('walk.findingPage.whole')],
    [t('walk.findingPage.kind'), t(`walk.kind.${finding.kind}`)],
    [t('walk.findingPage.raisedOn'), dayIn(finding.raisedOn, today)],
    [t('walk.findingPage.owner'), finding.owner.name],
    [t('walk.findingPage.due'), dayIn(finding.dueOn, today)],
    [t('walk.findingPage.measure'), finding.measure && t(`walk.measure.${finding.measure}`)],
    [t('walk.findingPage.result'), finding.result],
    [t('walk.findingPage.before'), costShown(finding.before, finding.met.before, locale)],
    [t('walk.findingPage.after'), finding.state === 'CLOSED' && costShown(finding.after, finding.met.after, locale)],
    [t('walk.findingPage.saved'), finding.state === 'CLOSED' && savedText(finding.saved, locale)],
    [t('walk.findingPage.wholeDays'), daysShown(finding, locale)],
    [
      t('walk.findingPage.verifiedBy'),
      verifiedBy && (
        <Link href={`/services/walks/${verifiedBy.id}`} className="text-link">
          {t('walk.no', { n: verifiedBy.number })} {dayIn(verifiedBy.on, today)}
        </Link>
      ),
    ],
    [t('walk.findingPage.closedOn'), finding.closedOn && dayIn(finding.closedOn, today)],
  ]
  return <Facts facts={facts} />
}
