import { byField, type ReportDraft } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'
import { problemList, textArea, textInput } from './fields'
import { footLinks, guards, notice, photos, question, type Sheet } from './form-parts'
import { type Html, html } from './html'
import { addressOf, districtIn, type Frame, publicPage } from './page'

export type ReportSheet = Omit<Sheet, 'problems'> & Readonly<{ draft: ReportDraft; failure: Failure | null }>

/** Where a report about the commission or a higher body belongs. */
const higherPlaces = ({ t, higher }: Frame): Html =>
  html`<p class="g">${t('publicForm.stop.why')}</p><p class="g"><b>${t('publicForm.stop.where')}</b></p><ul class="k"><li><a href="tel:12388">${t('publicForm.stop.phone')}</a>${t('publicForm.stop.phoneSay')}</li><li><a href="https://www.12388.gov.cn/" rel="noreferrer">${t('publicForm.stop.site')}</a>${t('publicForm.stop.siteSay')}</li><li>${higher ? t('publicForm.stop.letterTo', { higher }) : t('publicForm.stop.letter')}</li></ul>`

/** The second door 检举控告: what it is for, what else there is, and the sealed form. */
export function reportPage(frame: Frame, { draft, failure, ...rest }: ReportSheet): string {
  const { t } = frame
  const problems = byField(failure)
  const sheet: Sheet = { ...rest, problems }
  const district = districtIn(frame)
  const back = html`<a href="${addressOf(frame)}">${t('publicForm.report.other')}</a>`
  const head = html`<section class="w"><p class="p">${t('publicForm.report.only', { district })}</p><h1>${t('publicForm.doors.report')}</h1><p class="p">${t('publicForm.report.sealed')}</p><p class="p g">${t('publicForm.report.difference')} ${back}</p><p class="p g">${t('publicForm.report.official')}</p></section>`
  const who = (value: 'here' | 'higher') =>
    html`<input class="r" type="radio" id="who-${value}" name="who" value="${value}" aria-describedby="who"${value === 'here' && html` checked`}><label class="c" for="who-${value}">${t(`publicForm.report.${value}`)}</label>`
  const field = (name: 'about' | 'name', hint: string, required: boolean) => ({
    name,
    label: t(`publicForm.field.${name}`),
    hint,
    value: draft[name],
    problems,
    t,
    required,
  })
  const fields = [
    textInput(field('about', t('publicForm.field.aboutHint'), true)),
    textArea({
      name: 'text',
      label: t('publicForm.field.reportText'),
      hint: t('publicForm.field.reportTextHint'),
      value: draft.text,
      problems,
      t,
      required: true,
    }),
    photos(frame, sheet),
    textInput(field('name', t('publicForm.field.nameHint'), false), html`autocomplete="off"`),
    textInput(
      {
        name: 'contact',
        label: t('publicForm.field.reportContact'),
        hint: t('publicForm.field.reportContactHint'),
        value: draft.contact,
        problems,
        t,
      },
      html`inputmode="tel" autocomplete="off"`,
    ),
  ]
  const form = html`<form class="w" id="report" autocomplete="off" data-offline="${t('publicForm.offline')}" method="post" enctype="multipart/form-data" action="${addressOf(frame, '/report')}">${problemList(problems, t)}<p><b id="who">${t('publicForm.report.who')}</b></p><div>${who('here')}${who('higher')}<p class="n k">${t('publicForm.report.higherNote')}</p><div class="stop">${higherPlaces(frame)}</div><div class="rest">${guards(frame, sheet)}${fields}${notice(frame, 'report', draft.agreed, problems)}${question(frame, sheet)}<button>${t('publicForm.report.send')}</button></div></div></form>`
  const body = problems.size > 0 ? html`${form}${head}` : html`${head}${form}`
  return publicPage(
    frame,
    t('publicForm.doors.report'),
    html`${body}${footLinks(html`<a href="tel:12388">${t('publicForm.report.call')}</a>`, back)}`,
    problems.size > 0,
  )
}

/** The page that stops 停下: nothing was stored, and what was typed can be taken along. */
export function stopPage(frame: Frame, draft: ReportDraft, guessed: boolean, sheet: Sheet): string {
  const { t } = frame
  const typed = [draft.about, draft.text].filter(Boolean).join('\n\n')
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  // Only a guess of ours can be overruled, and only by whoever wrote it.
  const goOn = html`<form class="w" method="post" enctype="multipart/form-data" action="${addressOf(frame, '/report')}">${guards(frame, sheet)}${sheet.kept && hidden('kept', sheet.kept.ticket)}${hidden('who', 'here')}${hidden('sure', '1')}${(['about', 'text', 'name', 'contact'] as const).map((name) => hidden(name, draft[name]))}${draft.agreed && hidden('agree', '1')}<p>${t('publicForm.stop.mistaken')}</p>${question(frame, sheet)}<button class="o">${t('publicForm.report.send')}</button></form>`
  const body = html`<section class="w"><h1>${t('publicForm.stop.title')}</h1><p class="g"><b>${t('publicForm.stop.nothing')}</b></p>${higherPlaces(frame)}</section>${typed && html`<section class="w"><label for="typed">${t('publicForm.stop.copy')}</label><textarea id="typed" readonly>\n${typed}</textarea></section>`}${guessed && goOn}`
  return publicPage(
    frame,
    t('publicForm.stop.title'),
    html`${body}${footLinks(html`<a href="${addressOf(frame)}">${t('publicForm.report.other')}</a>`)}`,
  )
}
