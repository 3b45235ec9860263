import { changeText, standText } from '@/components/approval/approval-words'
import { Form, Submit } from '@/components/ui/form'
import { openNotice } from '@/lib/actions/notices'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ApprovalOutcome } from '@/lib/schemas/approval'

/** What became of what the reader asked to have approved 审批结果, each with the way to it. */
export function OutcomeList({
  rows,
  formKey,
  today,
  locale,
}: {
  rows: readonly ApprovalOutcome[]
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <section aria-labelledby="outcomes" className="border-t border-control">
      <h2 id="outcomes" className="px-4 pt-2.5 text-lg font-semibold sm:px-6">
        {t('notice.outcomes')}
      </h2>
      <ul>
        {rows.map((row) => {
          const item = row.procedure && (locale === 'en' ? row.procedure.nameEn : row.procedure.nameZh)
          const about = { project: row.project.name, item: item ?? t(`approval.kind.${row.kind}`) }
          return (
            <li
              key={row.id}
              className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-divider px-4 py-2.5 last:border-0 sm:px-6"
            >
              <div className="min-w-0 flex-1">
                <p className={row.heard ? undefined : 'font-semibold'}>
                  {!row.heard && <span className="mr-3 text-sm text-link">{t('notice.isUnseen')}</span>}
                  <span lang={languageOf(row.project.name, locale)} className="mr-3">
                    {row.project.name}
                  </span>
                  {about.item}
                </p>
                <p className="text-ink-2">
                  <b className="mr-3 font-medium text-ink">{standText(row, t)}</b>
                  <span className="mr-3">{changeText(row, today, t)}</span>
                  {row.answer && (
                    <span lang="zh-CN" data-verbatim className="mr-3 text-ink">
                      {t('approval.answer', { text: row.answer })}
                    </span>
                  )}
                  <span className="whitespace-nowrap text-ink-3">
                    {t('approval.askedBy', { name: row.askedBy, day: dayIn(row.askedOn, today) })}
                  </span>
                </p>
              </div>
              <Form action={openNotice} formKey={formKey()} className="no-print">
                <input type="hidden" name="approvalId" value={row.id} />
                <Submit quiet={row.heard} label={t('notice.goLabel', about)}>
                  {t('notice.go')}
                </Submit>
              </Form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
