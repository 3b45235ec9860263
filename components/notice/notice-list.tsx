import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { answerToNotice, openNotice } from '@/lib/actions/notices'
import { timeOfInstant } from '@/lib/clock'
import { compareLevel } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { matterText } from '@/lib/i18n/matter-text'
import { noticeStepText } from '@/lib/i18n/notice-step'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import { ANSWER_MAX, type NoticeLine } from '@/lib/schemas/notice'

/** What somebody was told, each thing with the way to it and, where one is wanted, the place for an explanation. */
export function NoticeList({
  rows,
  formKey,
  today,
  locale,
}: {
  rows: readonly NoticeLine[]
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  return (
    <ul>
      {rows.map((row) => (
        <NoticeItem key={row.id} {...{ row, formKey, today, locale }} />
      ))}
    </ul>
  )
}

function NoticeItem({
  row,
  formKey,
  today,
  locale,
}: {
  row: NoticeLine
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { matter } = row
  const item = row.item ? itemName(row.item, locale) : matter ? matterText(matter, t) : ''
  const about = { project: row.project ?? '', item }
  const waits = !row.seen && !row.over
  const late = row.answerBy !== null && row.answerBy < today
  // What has eased to less than a warning, and what is waived, asks for no answer any more.
  const asked = !matter && !row.answer && !row.over && !row.waived && compareLevel(row.eased ?? row.level, 'BLUE') > 0
  return (
    <li
      className={clsx(
        'grid gap-x-4 gap-y-1 border-b border-divider px-4 py-3 sm:px-6 md:grid-cols-[72px_minmax(0,1fr)_auto]',
        row.over && 'text-ink-3',
      )}
    >
      <p className="flex items-center gap-2 md:flex-col md:items-start md:gap-1">
        <Lamp level={row.eased ?? row.level} quiet={row.over} t={t} />
        {waits && <b className="text-sm text-link">{t('notice.isUnseen')}</b>}
        {row.over && <span className="text-sm">{t('notice.over')}</span>}
      </p>
      <div className="min-w-0">
        <p className={waits ? 'font-semibold' : undefined}>
          {row.project && <span className="mr-3">{row.project}</span>}
          {item}
          {matter?.text && (
            <span lang="zh-CN" className="ml-3">
              {matter.text}
            </span>
          )}
        </p>
        <p className="text-ink-2">
          <span className="mr-3">{noticeStepText(row, t)}</span>
          {row.eased && !row.over && (
            <span className="mr-3 whitespace-nowrap">
              {t('notice.eased', { level: t(`level.short.${row.eased}`) })}
            </span>
          )}
          {row.waived && !row.over && <span className="mr-3 whitespace-nowrap">{t('notice.waived')}</span>}
          {matter?.kind === 'SLIP' && !row.over && row.answerBy && (
            <b className="whitespace-nowrap text-ink">
              {t(late ? 'notice.replyLate' : 'notice.replyBy', { day: dayIn(row.answerBy, today) })}
            </b>
          )}
          {asked && row.answerBy && (
            <b className="whitespace-nowrap text-ink">
              {t(late ? 'notice.late' : 'notice.answerBy', { day: dayIn(row.answerBy, today) })}
            </b>
          )}
        </p>
        {row.answer && (
          <p className="border-l-[3px] border-control pl-3">
            {t('notice.answered', {
              ...row.answer,
              day: dayIn(row.answer.on, today),
              newOn: dayIn(row.answer.newOn, today),
            })}
          </p>
        )}
        <div className="no-print mt-1.5 flex flex-wrap items-start gap-2">
          <Form action={openNotice} formKey={formKey()}>
            <input type="hidden" name="noticeId" value={row.id} />
            <Submit quiet={!waits} label={t('notice.goLabel', about)}>
              {t('notice.go')}
            </Submit>
          </Form>
          {row.mayAnswer && !row.answer && (
            <details className="open:w-full">
              <summary className="btn" aria-label={t('notice.answerLabel', about)}>
                {t('notice.answer')}
              </summary>
              <Form
                action={answerToNotice}
                formKey={formKey()}
                label={t('notice.answerLabel', about)}
                className="mt-2 max-w-[560px] space-y-2"
              >
                <input type="hidden" name="noticeId" value={row.id} />
                <TextArea name="reason" label={t('notice.reason')} rows={2} maxLength={ANSWER_MAX} />
                <div className="flex flex-wrap items-end gap-3">
                  <TextField name="newOn" type="date" label={t('notice.newOn')} min={today} />
                  <Submit>{t('notice.send')}</Submit>
                </div>
              </Form>
            </details>
          )}
        </div>
      </div>
      <p className="text-sm text-ink-3 md:text-right">
        <span className="whitespace-nowrap">
          {dayIn(row.on, today)} {timeOfInstant(new Date(row.at))}
        </span>
        <span className="ml-3 md:ml-0 md:block">{t('notice.as', { as: t(`notice.function.${row.as}`) })}</span>
        {row.instead && <span className="ml-3 md:ml-0 md:block">{t('notice.insteadOf')}</span>}
      </p>
    </li>
  )
}
