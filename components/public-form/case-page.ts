import { isSatisfied } from '@/lib/domain/complaint/complaint'
import { daysBetween, type PlainDate } from '@/lib/domain/plain-date'
import { GUARD_FIELDS } from '@/lib/domain/public-door'
import { byField } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'
import { spokenDay } from '@/lib/i18n/day'
import type { ComplaintView } from '@/lib/schemas/complaint'
import type { ReportStanding } from '@/lib/schemas/sealed-report'
import { problemList, textArea, textInput } from './fields'
import { foot } from './form-parts'
import { type Html, html } from './html'
import { addressOf, type Frame, publicPage } from './page'

/** The field for a look-up code. */
export function findPage(frame: Frame, typed: string, failure: Failure | null): string {
  const { t } = frame
  const problems = byField(failure)
  const field = textInput(
    {
      name: 'code',
      label: t('publicForm.field.code'),
      hint: t('publicForm.field.codeHint'),
      value: typed,
      problems,
      t,
      required: true,
    },
    html`autocomplete="off" autocapitalize="characters" spellcheck="false"`,
  )
  const body = html`<form class="w" method="post" action="${addressOf(frame, '/case')}">${problemList(problems, t)}<h1>${t('publicForm.find.title')}</h1>${field}<button>${t('publicForm.find.button')}</button><p class="n g">${t('publicForm.find.lost')}</p></form>`
  const back = html`<a href="${addressOf(frame)}">${t('publicForm.back')}</a>`
  return publicPage(frame, t('publicForm.find.title'), html`${body}${foot(frame, back)}`, problems.size > 0)
}

/** A line of what has happened, or is still to come. */
const step = (words: string, when: string, kind = ''): Html =>
  html`<li${kind && html` class="${kind}"`}><i></i>${kind === 'now' ? html`<b>${words}</b>` : words}<span>${when}</span></li>`

const WIDTH = 358
/** Days that are over and days that are left, one cell each. */
function dayBar(from: PlainDate, due: PlainDate, today: PlainDate, frame: Frame): Html {
  const { t, locale } = frame
  const all = Math.max(1, daysBetween(from, due))
  const used = Math.min(all, Math.max(0, daysBetween(from, today)))
  const cell = (WIDTH - 6) / all
  const day = spokenDay(due, today, locale)
  const cells = Array.from(
    { length: all },
    (_, i) =>
      html`<rect${i < used && html` class="u"`} x="${(i * cell).toFixed(1)}" y="4" width="${Math.max(1, cell - 2).toFixed(1)}" height="12"/>`,
  )
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 20" role="img" aria-label="${t('publicForm.find.bar', { n: used, day })}">${cells}<path d="M${WIDTH - 6} 1h5v18h-5"/></svg><p class="n ends" aria-hidden="true"><b>${t('publicForm.find.day', { n: used })}</b><span>${t('publicForm.find.answerBy', { day })}</span></p>`
}

function headOf({ state, daysLeft, rating, merged }: ComplaintView, { t }: Frame): string {
  if (merged) return t(`publicForm.find.state.${merged.state}`)
  if (state === 'ANSWERED' && rating !== null)
    return t(`publicForm.find.state.${isSatisfied(rating) ? 'RATED' : 'RATED_POOR'}`)
  if (state !== 'IN_HAND' || daysLeft === null) return t(`publicForm.find.state.${state}`)
  if (daysLeft === 0) return t('publicForm.find.workingDue')
  return daysLeft < 0
    ? t('publicForm.find.late', { days: -daysLeft })
    : t('publicForm.find.working', { days: daysLeft })
}

type Shown = Readonly<{
  code: string
  view: ComplaintView
  token: string
  done: 'rate' | 'add' | 'urge' | null
  failure: Failure | null
  typed: Readonly<{ text: string; rating: string }>
}>

/** What somebody may do with his own case, as forms that bring its code along. */
function acts(frame: Frame, { code, view, token, failure, typed }: Shown): readonly (Html | false)[] {
  const { t } = frame
  const problems = byField(failure)
  const form = (name: 'rate' | 'add' | 'urge', inside: Html) =>
    html`<form class="w" method="post" action="${addressOf(frame, '/case')}"><input type="hidden" name="code" value="${code}"><input type="hidden" name="${GUARD_FIELDS.token}" value="${token}"><input type="hidden" name="do" value="${name}">${inside}</form>`
  const stars = ([5, 4, 3, 2, 1] as const).map(
    (rating) =>
      html`<label class="c"><input type="radio" name="rating" value="${rating}"${typed.rating === String(rating) && html` checked`} required>${t(`publicForm.find.ratings.${String(rating) as '1'}`)}</label>`,
  )
  // One page may show both fields; each has an id of its own through its form.
  const words = (label: string, hint: string, required: boolean) =>
    textArea({ name: 'text', label, hint, value: typed.text, problems, t, required })
  return [
    view.mayRate &&
      form(
        'rate',
        html`<fieldset><legend><h2>${t('publicForm.find.rate')}</h2></legend>${stars}</fieldset><p class="n">${t('publicForm.find.rateRedo')}</p><button>${t('publicForm.find.rateSend')}</button>`,
      ),
    view.mayAdd &&
      form(
        'add',
        html`${words(t('publicForm.field.addition'), t('publicForm.field.required'), true)}<button class="o">${t('publicForm.find.addSend')}</button>`,
      ),
    view.mayUrge && form('urge', html`<button class="o">${t('publicForm.find.urge')}</button>`),
  ]
}

const DONE = { rate: 'rated', add: 'added', urge: 'urged' } as const

/** A complaint for whoever has its code: how far it is, what was answered, and his word about it. */
export function complaintCasePage(frame: Frame, shown: Shown, today: PlainDate): string {
  const { t, locale } = frame
  const { view, done, failure } = shown
  const day = (on: PlainDate) => spokenDay(on, today, locale)
  const title = headOf(view, frame)
  const { dueOn, passedOn } = view
  const running = view.state === 'IN_HAND' && dueOn !== null && passedOn !== null
  const lines = view.steps.map(({ kind, on, unit }) =>
    step(kind === 'PASS' && unit ? t('publicForm.find.steps.PASSED', { unit }) : stepName(kind, frame), day(on)),
  )
  const early = view.state === 'FILED' ? (['receive', 'pass', 'answer'] as const) : (['pass', 'answer'] as const)
  const limits = early.map((name) =>
    step(
      t(`publicForm.sent.steps.${name}`),
      name === 'answer' && dueOn ? t('publicForm.find.due', { day: day(dueOn) }) : t(`publicForm.sent.steps.${name}By`),
      'nx',
    ),
  )
  const ahead = running
    ? [
        step(
          t('publicForm.find.state.IN_HAND'),
          t('publicForm.find.day', { n: Math.max(0, daysBetween(passedOn, today)) }),
          'now',
        ),
        step(t('publicForm.find.next'), t('publicForm.find.due', { day: day(dueOn) }), 'nx'),
      ]
    : view.state === 'FILED' || view.state === 'RECEIVED'
      ? limits
      : []
  const told = view.steps.filter(
    ({ kind, text }) => text && (kind === 'REPORT' || kind === 'ANSWER' || kind === 'REFUSE'),
  )
  const sayings = told.map(
    ({ unit, on, text, kind }) =>
      html`<section class="w"><h2>${kind === 'REFUSE' ? t('publicForm.find.refusal') : unit ? t('publicForm.find.saidBy', { unit, day: day(on) }) : t('publicForm.find.said', { day: day(on) })}</h2><pre>${text}</pre></section>`,
  )
  const { merged: first } = view
  const going = first !== null && (first.state === 'RECEIVED' || first.state === 'IN_HAND')
  const merged =
    first !== null &&
    html`<p>${t('publicForm.find.merged')}</p>${first.unit && html`<p class="n">${t('publicForm.find.steps.PASSED', { unit: first.unit })}</p>`}${going && first.dueOn && html`<p class="n">${t('publicForm.find.answerBy', { day: day(first.dueOn) })}</p>`}`
  const rated =
    view.rating !== null &&
    html`<p class="g">${t('publicForm.find.yourRating', { rating: t(`publicForm.find.ratings.${String(view.rating) as '1'}`) })}</p>${view.state === 'ANSWERED' && view.mayAdd && !isSatisfied(view.rating) && html`<p class="n">${t('publicForm.find.poorNext')}</p>`}`
  const head = html`<section class="w">${problemList(byField(failure), t)}${done && html`<p class="k" role="status">${t(`publicForm.find.${DONE[done]}`)}</p>`}<p class="p">${t('publicForm.find.filed', { day: day(view.filedOn) })}</p><h1>${title}</h1>${merged}<p class="code">${shown.code}</p><p class="n">${t('publicForm.sent.keep')}</p>${running && dayBar(passedOn, dueOn, today, frame)}${rated}</section>`
  const body = html`${head}<section class="w"><h2>${t('publicForm.find.where')}</h2><ol class="st">${lines}${ahead}</ol></section>${sayings}${acts(frame, shown)}`
  return publicPage(frame, title, html`${body}${foot(frame, again(frame))}`)
}

/** A step by its name; those nobody outside is told of have none, and are not shown to him. */
const stepName = (kind: ComplaintView['steps'][number]['kind'], { t }: Frame): string => {
  const key = `publicForm.find.steps.${kind}` as 'publicForm.find.steps.FILE'
  return t.has(key) ? t(key) : ''
}

const again = (frame: Frame): Html =>
  html`<a href="${addressOf(frame, '/case')}">${frame.t('publicForm.find.again')}</a>`

/** A report for whoever has its code: how far it is, and what the commission wrote to him; never what he wrote himself. */
export function reportCasePage(frame: Frame, standing: ReportStanding, today: PlainDate): string {
  const { t, locale } = frame
  const days = [
    ['filed', standing.filedOn],
    ['registered', standing.registeredOn],
    ['told', standing.toldOn],
    ['closed', standing.closedOn],
    ['answered', standing.answeredOn],
  ] as const
  const lines = days.map(
    ([name, on]) => on !== null && step(t(`publicForm.find.report.${name}`), spokenDay(on, today, locale)),
  )
  const words = [standing.told, standing.answer].map((text) => text && html`<pre class="g">${text}</pre>`)
  const title = t(`publicForm.find.report.state.${standing.state}`)
  const body = html`<section class="w"><p class="p">${t('publicForm.find.report.title')}</p><h1>${title}</h1><p class="n">${t('publicForm.find.report.only')}</p></section><section class="w"><h2>${t('publicForm.find.where')}</h2><ol class="st">${lines}</ol></section>${words.some(Boolean) && html`<section class="w"><h2>${t('publicForm.find.report.words')}</h2>${words}</section>`}`
  return publicPage(frame, title, html`${body}${foot(frame, again(frame))}`)
}
