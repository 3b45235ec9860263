import { COMPLAINT_KINDS } from '@/lib/domain/complaint/complaint'
import { byField, type ComplaintDraft } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'
import { choice, problemList, textArea, textInput } from './fields'
import { foot, guards, notice, photos, question, type Sheet } from './form-parts'
import { html } from './html'
import { addressOf, type Frame, publicPage } from './page'

export type Spot = Readonly<{ number: number; name: string }>
export type ComplaintSheet = Omit<Sheet, 'problems'> & Readonly<{ draft: ComplaintDraft; failure: Failure | null }>

/** What somebody finds who scans a plate: two doors, and the form of the first, so that one page is enough. */
export function complaintPage(frame: Frame, spot: Spot | null, { draft, failure, ...rest }: ComplaintSheet): string {
  const { t } = frame
  const problems = byField(failure)
  const sheet: Sheet = { ...rest, problems }
  const door = (href: string, name: string, text: string, kind = '') =>
    html`<a class="d${kind}" href="${href}"><b>${name}</b><span>${text}</span></a>`
  const doors = html`<section class="w"><p class="p">${spot ? t('publicForm.at', spot) : html`<b>${t('publicForm.revoked.title')}</b><br>${t('publicForm.revoked.text')}`}</p><h1>${t('publicForm.which')}</h1>${door('#complaint', t('publicForm.doors.complaint'), t('publicForm.doors.complaintText'))}${door(addressOf(frame, '/report'), t('publicForm.doors.report'), t('publicForm.doors.reportText'), ' s')}<p class="n g">${t('publicForm.doors.apart')}</p>${door(addressOf(frame, '/case'), t('publicForm.doors.find'), t('publicForm.doors.findText'))}</section>`
  const fields = [
    textArea({
      name: 'text',
      label: t('publicForm.field.text'),
      hint: t('publicForm.field.textHint'),
      value: draft.text,
      problems,
      t,
      required: true,
    }),
    textInput({
      name: 'place',
      label: t('publicForm.field.place'),
      hint: spot ? t('publicForm.field.placeFilled') : t('publicForm.field.required'),
      value: draft.place,
      problems,
      t,
      required: true,
    }),
    choice(
      {
        name: 'kind',
        label: t('publicForm.field.kind'),
        hint: t('publicForm.field.kindHint'),
        value: draft.kind,
        problems,
        t,
      },
      COMPLAINT_KINDS.map((kind) => [kind, t(`publicForm.kind.${kind}`)]),
    ),
    photos(frame, sheet),
    textInput(
      {
        name: 'contact',
        label: t('publicForm.field.contact'),
        hint: t('publicForm.field.contactHint'),
        value: draft.contact,
        problems,
        t,
      },
      html`autocomplete="tel"`,
    ),
  ]
  const form = html`<form class="w" id="complaint" data-offline="${t('publicForm.offline')}" method="post" enctype="multipart/form-data" action="${addressOf(frame)}">${problemList(problems, t)}<h2>${t('publicForm.doors.complaint')}</h2>${guards(frame, sheet)}${fields}${notice(frame, 'complaint', draft.agreed, problems)}${question(frame, sheet)}<button>${t('publicForm.send')}</button><p class="n g">${t('publicForm.anonymous')}</p></form>`
  // A form that came back stands first: what is wrong with it is what somebody wants to see.
  const body = problems.size > 0 ? html`${form}${doors}` : html`${doors}${form}`
  return publicPage(frame, t('publicForm.which'), html`${body}${foot(frame)}`, problems.size > 0)
}
