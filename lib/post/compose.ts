import { isSlipStep } from '@/lib/domain/supervision/told'
import { dayIn } from '@/lib/i18n/day'
import { isLocale, type Locale } from '@/lib/i18n/locale'
import { matterText } from '@/lib/i18n/matter-text'
import { noticeStepText } from '@/lib/i18n/notice-step'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { DeliveryLine, DueDelivery } from '@/lib/schemas/channel'

/** A message in words: names of projects and procedures, and the way to them; of people nothing. */
export type Composed = Readonly<{ subject: string; text: string }>

const lineText = (line: DeliveryLine, origin: string, locale: Locale): string => {
  const t = translator(locale)
  const what = noticeStepText(line, t)
  const matter = [line.project, line.item && itemName(line.item, locale), line.matter && matterText(line.matter, t)]
    .filter(Boolean)
    .join(' ')
  const words = isSlipStep(line.step) ? 'notice.mail.replyBy' : 'notice.mail.by'
  const by = line.answerBy ? t(words, { day: dayIn(line.answerBy, line.answerBy) }) : ''
  return t('notice.mail.line', {
    level: t(`level.short.${line.level}`),
    matter,
    what,
    by,
    link: `${origin}${line.path}`,
  })
}

/**
 * Writes a message for somebody outside the system.
 *
 * @param origin where the system is reached, without a slash at its end
 */
export function compose({ kind, body, to }: DueDelivery, origin: string): Composed {
  const locale = to.channel === 'EMAIL' && to.locale && isLocale(to.locale) ? to.locale : 'zh-CN'
  const t = translator(locale)
  const subject = t(`notice.mail.subject.${kind}`, { n: body.total })
  if (kind === 'TEST')
    return { subject, text: [subject, '', t('notice.mail.all', { link: `${origin}/notices` })].join('\n') }
  const more = body.total - body.lines.length
  const text = [
    subject,
    '',
    ...body.lines.map((line) => lineText(line, origin, locale)),
    ...(more > 0 ? [t('notice.mail.more', { n: more })] : []),
    '',
    t('notice.mail.all', { link: `${origin}/notices` }),
  ].join('\n')
  return { subject, text }
}
