import { type Door, GUARD_FIELDS } from '@/lib/domain/public-door'
import { PUBLIC_FORM } from '@/lib/domain/public-form'
import { type Problems, photoInput, problemText, textInput, tick } from './fields'
import { type Html, html } from './html'
import { addressOf, districtIn, type Frame } from './page'

/** What makes one rendering of a form: its token, and what a refused one brings along. */
export type Sheet = Readonly<{
  token: string
  /** Two numbers to add, while many come at once. */
  question: readonly [number, number] | null
  /** Photos that arrived with a refused form, under a key only this page has. */
  kept: Readonly<{ ticket: string; count: number }> | null
  problems: Problems
}>

/** What travels unseen: the token, and a field nobody fills in but a machine. */
export const guards = ({ t }: Frame, { token }: Sheet): Html =>
  html`<input type="hidden" name="${GUARD_FIELDS.token}" value="${token}"><div class="hp" aria-hidden="true"><label for="${GUARD_FIELDS.trap}">${t('publicForm.field.trap')}</label><input id="${GUARD_FIELDS.trap}" name="${GUARD_FIELDS.trap}" tabindex="-1" autocomplete="off"></div>`

/** The question that is asked of everybody while many come at once: words, no picture, and nothing that follows anybody. */
export function question({ t }: Frame, { question: numbers, problems }: Sheet): Html | null {
  if (!numbers) return null
  const word = (n: number) => t(`publicForm.number.${String(n) as '1'}`)
  const [first, second] = [word(numbers[0]), word(numbers[1])]
  return textInput(
    {
      name: GUARD_FIELDS.answer,
      label: t('publicForm.field.question', { first, second }),
      hint: t('publicForm.field.questionHint'),
      value: '',
      problems,
      t,
      required: true,
    },
    html`inputmode="numeric" autocomplete="off"`,
  )
}

/** Photos: a field for them, below word of those that are here already. */
export function photos({ t }: Frame, { kept, problems }: Sheet): Html {
  const most = PUBLIC_FORM.photos
  const field = photoInput({
    name: 'photos',
    label: t(kept ? 'publicForm.field.photosMore' : 'publicForm.field.photos'),
    hint: kept
      ? t('publicForm.field.photosMoreHint', { most, left: Math.max(0, most - kept.count) })
      : t('publicForm.field.photosHint', { most }),
    value: '',
    problems,
    t,
  })
  return html`${kept && html`<div class="f"><b>${t('publicForm.field.photosKept', { count: kept.count })}</b><input type="hidden" name="${GUARD_FIELDS.kept}" value="${kept.ticket}">${tick('drop', t('publicForm.field.photosDrop'), false, null)}</div>`}${field}`
}

/** The notice in one breath, and the box of whoever leaves a way to be reached. */
export function notice(frame: Frame, door: Exclude<Door, 'case'>, agreed: boolean, problems: Problems): Html {
  const { t } = frame
  const problem = problems.get('agree')
  return html`${tick('agree', t('publicForm.field.agree'), agreed, problem ? problemText(problem, t) : null)}<details><summary>${t('publicForm.noticeTitle')}</summary><p class="n">${t(`publicForm.notice.${door}`, { district: districtIn(frame) })} <a href="${addressOf(frame, '/privacy')}">${t('publicForm.noticeMore')}</a></p></details>`
}

/** Where else to turn from a page that is not for the service line. */
export const footLinks = (...links: readonly Html[]): Html =>
  html`<footer class="n">${links.map((link, i) => html`${i > 0 && html`<br>`}${link}`)}</footer>`

/** Where else to turn, below every other page. */
export const foot = ({ t, line }: Frame, ...links: readonly Html[]): Html =>
  footLinks(html`${line ? t('publicForm.urgentLine', { line }) : t('publicForm.urgent')}`, ...links)
