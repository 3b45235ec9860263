import { PUBLIC_NOTICE } from '@/lib/domain/public-form'
import { longDate } from '@/lib/i18n/day'
import { foot } from './form-parts'
import { html } from './html'
import { addressOf, districtIn, type Frame, publicPage } from './page'

/** A code nobody signed, or another one's: what to do, and no name of any place. */
export function unknownPage(frame: Frame): string {
  const { t } = frame
  const body = html`<section class="w"><h1>${t('publicForm.unknown.title')}</h1><p class="p g">${t('publicForm.unknown.text')}</p><form method="get" action="/r"><input type="hidden" name="lang" value="${frame.locale}"><div class="f"><label for="code">${t('publicForm.unknown.code')}</label><input id="code" name="code" required autocomplete="off" autocapitalize="none" spellcheck="false"></div><button>${t('publicForm.unknown.go')}</button></form><p class="k g">${t('publicForm.unknown.wary')}</p></section>`
  return publicPage(frame, t('publicForm.unknown.title'), html`${body}${foot(frame)}`)
}

/** The whole notice of both doors. */
export function privacyPage(frame: Frame): string {
  const { t } = frame
  const part = (door: 'complaint' | 'report') =>
    html`<section class="w"><h2>${t(`publicForm.doors.${door}`)}</h2><p class="g">${t(`publicForm.notice.${door}`, { district: districtIn(frame) })}</p></section>`
  const body = html`<section class="w"><h1>${t('publicForm.noticeTitle')}</h1><p class="g">${t('publicForm.anonymous')}</p><p class="n g">${t('publicForm.noticeVersion', { day: longDate(PUBLIC_NOTICE, frame.locale) })}</p></section>${part('complaint')}${part('report')}`
  const back = html`<a href="${addressOf(frame)}">${t('publicForm.back')}</a>`
  return publicPage(frame, t('publicForm.noticeTitle'), html`${body}${foot(frame, back)}`)
}

/** When something of ours does not work: what was typed stands there to be copied, and whom to call instead. */
export function troublePage(frame: Frame, typed: readonly string[]): string {
  const { t } = frame
  const areas = typed.map(
    (text) => html`<textarea readonly aria-label="${t('publicForm.stop.copy')}">\n${text}</textarea>`,
  )
  const words = typed.length > 0 && html`<p class="g">${t('publicForm.typed')}</p>${areas}`
  const body = html`<section class="w"><h1>${t('publicForm.down')}</h1><p class="p g">${t('publicForm.problem.UNEXPECTED')}</p>${words}</section>`
  return publicPage(frame, t('publicForm.down'), html`${body}${foot(frame)}`)
}
