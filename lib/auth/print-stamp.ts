import 'server-only'
import { headers } from 'next/headers'
import { businessDay, timeOfInstant } from '@/lib/clock'
import type { Actor } from '@/lib/domain/access'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** What the foot of a printed page says of whoever prints it. */
export async function printStampOf(actor: Actor, demo: boolean, locale: Locale) {
  const t = translator(locale)
  const stamp = t('paper.stamp', { name: actor.name, at: `${businessDay()} {time}` })
  return {
    stamp: demo ? `${stamp}，${t('paper.demo')}` : stamp,
    page: t('paper.page', { page: '\u0000', pages: '\u0000' }).split('\u0000'),
    time: timeOfInstant(new Date()),
    nonce: (await headers()).get('x-nonce') ?? undefined,
  }
}
