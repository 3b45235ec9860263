import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isFull, MOST_PROJECTS } from '@/lib/domain/steward-load'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { HandoverItems, Workbench } from '@/lib/schemas/workbench'
import { HandoverAnswer } from './handover-answer'

/** Projects somebody wants to pass on: taken over only when accepted. */
export function HandoverInbox({
  handovers,
  formKey,
  today,
  locale,
}: {
  handovers: Workbench['handovers']
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (handovers.length === 0) return null
  return (
    <section id="handover" className="mb-7 scroll-mt-14">
      <h2 className="text-lg font-semibold">{t('workbench.handovers', { n: handovers.length })}</h2>
      <ul>
        {handovers.map((h) => (
          <li key={h.id} className="border-b border-divider py-2">
            <Link href={`/projects/${h.projectId}`} className="font-semibold hover:text-link max-sm:py-2">
              {h.project}
            </Link>
            <p className="text-xs text-ink-3">{t('workbench.handoverFrom', { from: h.from })}</p>
            <p lang="zh-CN" className="text-sm whitespace-pre-line text-ink-2">
              {h.note}
            </p>
            {isFull(h.has) && (
              <p className="text-sm font-semibold">
                {h.receiver
                  ? t('workbench.handoverFullOther', { name: h.receiver, n: h.has + 1, most: MOST_PROJECTS })
                  : t('workbench.handoverFull', { n: h.has + 1, most: MOST_PROJECTS })}
              </p>
            )}
            <OpenItems open={h.open} today={today} locale={locale} />
            <HandoverAnswer handoverId={h.id} formKey={formKey} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What comes with the project: procedures in hand, open questions, promised days. */
function OpenItems({ open, today, locale }: { open: HandoverItems; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { procedures, issues, promises, approvals } = open
  const n = procedures.length + issues.length + promises.length + approvals.length
  if (n === 0) return <p className="mt-1 text-sm text-ink-3">{t('workbench.openNone')}</p>
  return (
    <details className="mt-1" open>
      <summary className="text-sm text-link">{t('workbench.open', { n })}</summary>
      <ul className="mt-1 space-y-0.5 text-sm text-ink-2 [&>li]:flex [&>li]:gap-2">
        {procedures.map((p) => (
          <li key={p.code}>
            <Lamp level={p.level} quiet t={t} />
            <span>
              {p.item ? (locale === 'en' ? p.item.nameEn : p.item.nameZh) : p.code}　{t(`procedure.state.${p.state}`)}
            </span>
          </li>
        ))}
        {approvals.map((a) => (
          <li key={`${a.kind} ${a.code}`}>
            <span className="whitespace-nowrap text-ink-3">{t('workbench.openApproval')}</span>
            <span>
              {a.item ? (locale === 'en' ? a.item.nameEn : a.item.nameZh) : a.code} {t(`approval.kind.${a.kind}`)}
            </span>
          </li>
        ))}
        {issues.map((issue) => (
          <li key={issue.number}>
            <span className="whitespace-nowrap text-ink-3">{t('workbench.openIssue', { n: issue.number })}</span>
            <span>
              <span lang="zh-CN">{issue.text}</span>
              {issue.dueOn && `　${t('workbench.openDue', { day: dayIn(issue.dueOn, today) })}`}
              <Provisional when={issue.dueProvisional} t={t} />
            </span>
          </li>
        ))}
        {promises.map((promise) => (
          <li key={promise.kind}>
            <span className="whitespace-nowrap text-ink-3">{t('workbench.openPromise')}</span>
            <span>
              {t(`project.milestone.${promise.kind}`)} {dayIn(promise.plannedOn, today)}
              {promise.moves > 0 && `　${t('workbench.openMoves', { n: promise.moves })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
