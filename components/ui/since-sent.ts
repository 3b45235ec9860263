// What somebody types or ticks while an answer is on its way: drawn anew with what was sent, a form would undo it.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Edit = Readonly<{ value: string } | { checked: boolean }>

/** What was typed since a form was sent, by field. */
export type Edits = Map<string, Edit>

const ticked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'
const isField = (target: EventTarget | Element): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/** By what it is called too: the same name may stand for another cell once the rows have changed. */
const keyOf = (field: Field): string =>
  JSON.stringify([field.name, ticked(field) ? field.value : '', field.labels?.[0]?.firstChild?.textContent ?? ''])

/** Remembers what was just typed into a field. */
export function noteEdit(target: EventTarget, edits: Edits): void {
  if (!isField(target) || target.name === '' || target.type === 'file' || target.type === 'hidden') return
  edits.set(keyOf(target), ticked(target) ? { checked: target.checked } : { value: target.value })
  if (target.type !== 'radio') return
  // One of several: the others are out.
  for (const key of edits.keys()) if (key !== keyOf(target) && JSON.parse(key)[0] === target.name) edits.delete(key)
}

/** A list that has been drawn anew may offer other choices. */
const offers = (field: Field, value: string): boolean =>
  !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value)

/** Puts back what was typed where the form shows something else. */
export function putBack(form: HTMLFormElement, edits: Edits): void {
  if (edits.size === 0) return
  for (const field of form.elements) {
    const edit = isField(field) ? edits.get(keyOf(field)) : undefined
    if (!edit || !isField(field)) continue
    if ('checked' in edit) {
      if (ticked(field) && field.checked !== edit.checked) field.checked = edit.checked
    } else if (field.value !== edit.value && offers(field, edit.value)) field.value = edit.value
  }
}
