// What is typed into a form, carried across a reload of its page: a page older than the server cannot send it.

type Carried = Readonly<{ at: number; lang: string; label: string; values: [name: string, value: string][] }>
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const storeKey = () => `carried:${window.location.pathname}${window.location.search}`
const nth = (form: HTMLFormElement) => [...document.forms].indexOf(form)
/** Loaded anew the page may have other forms: what was typed into one is never another's. In another language it has another name. */
const labelOf = (form: HTMLFormElement) => form.getAttribute('aria-label') ?? ''
const ticked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'
/** Ours, or nobody's to keep. */
const own = (field: Field) => /^(hidden|password|file|submit|button)$/.test(field.type)
const fieldsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Field[]).filter((field) => field.name && !own(field) && !(field instanceof HTMLButtonElement))

/** Keeps what is typed for the same form of the page as it will be once it is loaded anew. */
export function carryOver(form: HTMLFormElement): void {
  const values = fieldsOf(form).flatMap((field): [string, string][] =>
    ticked(field) && !field.checked ? [] : [[field.name, field.value]],
  )
  try {
    sessionStorage.setItem(
      storeKey(),
      JSON.stringify({
        at: nth(form),
        lang: document.documentElement.lang,
        label: labelOf(form),
        values,
      } satisfies Carried),
    )
  } catch {
    // Storage is closed or full: the page stays as it is until its reader decides.
  }
}

/**
 * Puts back what was carried here for this form, once.
 *
 * @returns whether anything was
 */
export function takeCarried(form: HTMLFormElement): boolean {
  try {
    const carried = JSON.parse(sessionStorage.getItem(storeKey()) ?? 'null') as Carried | null
    const same = carried?.label === labelOf(form) || carried?.lang !== document.documentElement.lang
    if (carried?.at !== nth(form) || !same) return false
    sessionStorage.removeItem(storeKey())
    for (const field of fieldsOf(form)) {
      const sent = carried.values.filter(([name]) => name === field.name).map(([, value]) => value)
      if (ticked(field)) field.checked = sent.includes(field.value)
      else if (sent[0] !== undefined) field.value = sent[0]
    }
    return true
  } catch {
    return false
  }
}
