import type { Failure } from '@/lib/domain/result'
import type { Translator } from '@/lib/i18n/translator'
import { type Html, html } from './html'

/** What was refused, by field. */
export type Problems = ReadonlyMap<string, Failure>

/** A refusal in words. */
export function problemText(failure: Failure, t: Translator): string {
  const { code, field } = failure
  const key = code === 'MISSING' ? `MISSING.${String(field)}` : code
  const known = `publicForm.problem.${key}` as 'publicForm.problem.BROKEN'
  return t.has(known) ? t(known, failure as never) : t('publicForm.problem.UNEXPECTED')
}

/** What went wrong, at the head of the form: it is where the page opens. */
export function problemList(problems: Problems, t: Translator): Html | null {
  if (problems.size === 0) return null
  const lines = [...problems].map(([field, failure]) =>
    field === 'form' || failure.code.startsWith('PHOTO_')
      ? html`<li>${problemText(failure, t)}</li>`
      : html`<li><a href="#${field}">${problemText(failure, t)}</a></li>`,
  )
  return html`<div class="x" role="alert" tabindex="-1" autofocus><b>${t('publicForm.trouble')}</b><ul>${lines}</ul></div>`
}

type Field = Readonly<{
  name: string
  label: string
  hint: string
  value: string
  problems: Problems
  t: Translator
  required?: boolean
}>

/** Label, hint and refusal around a control. The limits are the server's: a browser that cut a text off would lose it. */
function around({ name, label, hint, problems, t }: Field, control: (attributes: Html) => Html): Html {
  const problem = problems.get(name)
  const described = html` aria-describedby="${name}-h${problem ? ` ${name}-e` : ''}"`
  return html`<div class="f"><label for="${name}">${label}</label><small class="h" id="${name}-h">${hint}</small>${control(html`id="${name}" name="${name}"${described}${problem && html` aria-invalid="true"`}`)}${problem && html`<p class="e" id="${name}-e">${problemText(problem, t)}</p>`}</div>`
}

export const textArea = (field: Field): Html =>
  // The first line break inside is no part of the text.
  around(field, (rest) => html`<textarea ${rest}${field.required && html` required`}>\n${field.value}</textarea>`)

export const textInput = (field: Field, more: Html | null = null): Html =>
  around(
    field,
    (rest) => html`<input ${rest} value="${field.value}"${field.required && html` required`}${more && html` ${more}`}>`,
  )

export const choice = (field: Field, options: readonly (readonly [value: string, text: string])[]): Html =>
  around(
    field,
    (rest) =>
      html`<select ${rest}>${options.map(([value, text]) => html`<option value="${value}"${value === field.value && html` selected`}>${text}</option>`)}</select>`,
  )

export const photoInput = (field: Field): Html =>
  around(field, (rest) => html`<input ${rest} type="file" multiple accept="image/jpeg,image/png,image/webp">`)

export const tick = (name: string, label: string, ticked: boolean, problem: string | null): Html =>
  html`<label class="c" for="${name}"><input type="checkbox" id="${name}" name="${name}" value="1"${ticked && html` checked`}${problem && html` aria-invalid="true" aria-describedby="${name}-e"`}>${label}</label>${problem && html`<p class="e" id="${name}-e">${problem}</p>`}`
