import { foot } from './form-parts'
import { html } from './html'
import { addressOf, type Frame, publicPage } from './page'

/** What is left in somebody's hand: the look-up code, made to be photographed, and what happens next. */
export function answerPage(frame: Frame, door: 'complaint' | 'report', lookupCode: string): string {
  const { t } = frame
  const steps =
    door === 'complaint'
      ? ([
          ['receive', 'receiveBy'],
          ['pass', 'passBy'],
          ['answer', 'answerBy'],
        ] as const)
      : ([['reportRegister'], ['reportSort'], ['reportTold', 'reportToldBy']] as const)
  const title = t(`publicForm.sent.${door}`)
  const next = steps.map(
    ([step, by]) =>
      html`<li class="nx"><i></i>${t(`publicForm.sent.steps.${step}`)}${by && html`<span>${t(`publicForm.sent.steps.${by}`)}</span>`}</li>`,
  )
  // Read out letter by letter: as a word nobody could write it down.
  const spelt = t('publicForm.sent.code', { code: [...lookupCode.replace(/-/g, '')].join(' ') })
  const body = html`<section class="w"><h1>${title}</h1><p class="code" data-sent role="img" aria-label="${spelt}">${lookupCode}</p><p class="n">${t('publicForm.sent.keep')}</p></section><section class="w"><h2>${t('publicForm.sent.next')}</h2><ol class="st">${next}</ol><a class="b o" href="${addressOf(frame, '/case')}">${t('publicForm.sent.find')}</a><p class="n g">${t('publicForm.sent.away')}</p></section>`
  return publicPage(frame, title, html`${body}${foot(frame)}`)
}
