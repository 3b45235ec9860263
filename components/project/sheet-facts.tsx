import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { monthOrDay } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { ProjectSheet } from '@/lib/schemas/project-sheet'
import { SheetBlock } from './sheet-block'

/** What the project is, in two columns; what nobody knows is left out. */
export function SheetFacts({ sheet, today, locale }: { sheet: ProjectSheet; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const share = sheet.plannedFen === null ? null : basisPoints(sheet.doneFen ?? 0n, sheet.plannedFen)
  const amount = (fen: bigint | null) => fen !== null && amountText(fen, locale)
  const done = amount(sheet.doneFen)
  const facts = [
    ['enterprise', sheet.enterprise],
    ['leadUnit', sheet.leadUnit],
    ['leader', sheet.leader],
    ['taskforce', sheet.taskforce],
    ['street', sheet.street],
    ['code', sheet.code],
    ['nature', sheet.nature && listed([t(`project.nature.${sheet.nature}`), t(`project.stage.${sheet.stage}`)], t)],
    ['span', spanText(sheet)],
    ['total', amount(sheet.totalFen)],
    ['plan', amount(sheet.plannedFen)],
    ['done', done && share !== null ? t('paper.doneShare', { amount: done, share: (share / 100).toFixed(1) }) : done],
  ] as const
  return (
    <SheetBlock title={t('paper.facts')}>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-8 wrap-anywhere sm:grid-cols-2 print:grid-cols-2">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="flex gap-3">
              <dt className="w-20 shrink-0 text-ink-2">{t(`paper.${name}`)}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ) : null,
        )}
        {sheet.milestones.length > 0 && (
          <div className="col-span-full flex gap-3">
            <dt className="w-20 shrink-0 text-ink-2">{t('paper.next')}</dt>
            <dd className="flex min-w-0 flex-wrap gap-x-5">
              {sheet.milestones.map(({ kind, plannedOn, monthOnly }) => (
                <span key={kind} className="sm:whitespace-nowrap print:whitespace-nowrap">
                  {monthOrDay(plannedOn, monthOnly, today)} {t(`project.milestone.${kind}`)}
                </span>
              ))}
            </dd>
          </div>
        )}
        {sheet.content && (
          <div className="col-span-full flex gap-3">
            <dt className="w-20 shrink-0 text-ink-2">{t('paper.content')}</dt>
            <dd className="line-clamp-3 min-w-0">{sheet.content}</dd>
          </div>
        )}
      </dl>
    </SheetBlock>
  )
}

const spanText = ({ buildFrom, buildTo }: ProjectSheet): string | null =>
  buildFrom || buildTo ? `${dotted(buildFrom)}–${dotted(buildTo)}` : null

const dotted = (month: string | null): string => month?.replace('-', '.') ?? ''
