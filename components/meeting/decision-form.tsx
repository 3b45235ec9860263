'use client'

import { useContext } from 'react'
import { ClashChoice } from '@/components/ui/clash'
import { Began, Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { FormAnswer } from '@/components/ui/form-context'
import type { FormAction } from '@/lib/actions/form-state'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import { DECISION_MAX } from '@/lib/domain/meeting/decision-sentence'
import { TASK_TIERS, type TaskTier } from '@/lib/domain/meeting/task-term'
import type { SittingDecision } from '@/lib/schemas/sitting'

export type DecisionFormWords = Readonly<{
  text: string
  lead: string
  supports: string
  person: string
  due: string
  tier: string
  none: string
  save: string
  tiers: Readonly<Record<TaskTier, string>>
}>

/** A decision field by field: what two people change at once is brought together here, and nothing typed is lost. */
export function DecisionForm({
  decision,
  action,
  formKey,
  book,
  label,
  words,
  children,
}: Readonly<{
  decision: SittingDecision
  action: FormAction
  formKey: string
  book: Book
  label: string
  words: DecisionFormWords
  children?: React.ReactNode
}>) {
  const units = book.units.map(({ id, name }) => ({ value: id, label: name }))
  const people = book.people.map(({ id, name, unit }) => ({ value: id, label: [name, unit].filter(Boolean).join(' ') }))
  const listed = (id: string | null, name: string | null, options: typeof units) =>
    id && !options.some(({ value }) => value === id) ? [...options, { value: id, label: name ?? id }] : options
  const base = {
    text: decision.text,
    leadOrgId: decision.leadOrgId ?? '',
    supportIds: [...decision.supportIds].sort().join(','),
    ownerId: decision.ownerId ?? '',
    dueOn: decision.dueOn ?? '',
    tier: decision.tier,
  }
  return (
    <Form action={action} formKey={formKey} label={label} className="mt-2 grid gap-3">
      <input type="hidden" name="decisionId" value={decision.id} />
      <Began name="version" value={String(decision.version)} />
      {Object.entries(base).map(([field, value]) => (
        <Began key={field} name={`base.${field}`} value={value} />
      ))}
      <TextArea name="text" label={words.text} initial={base.text} maxLength={DECISION_MAX} rows={2} />
      <Choice
        name="leadOrgId"
        label={words.lead}
        empty={words.none}
        options={listed(decision.leadOrgId, decision.lead, units)}
        initial={base.leadOrgId}
      />
      <Supports decision={decision} units={units} words={words} />
      <Choice
        name="ownerId"
        label={words.person}
        empty={words.none}
        options={listed(decision.ownerId, decision.owner, people)}
        initial={base.ownerId}
      />
      <TextField name="dueOn" type="date" label={words.due} initial={base.dueOn} />
      <Choice
        name="tier"
        label={words.tier}
        options={TASK_TIERS.map((one) => ({ value: one, label: words.tiers[one] }))}
        initial={base.tier}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Submit>{words.save}</Submit>
        {children}
      </div>
    </Form>
  )
}

/** Units that support: those there are to keep or leave out, and one more. */
function Supports({
  decision,
  units,
  words,
}: Readonly<{
  decision: SittingDecision
  units: readonly Readonly<{ value: string; label: string }>[]
  words: DecisionFormWords
}>) {
  const { conflict, fields, values, attempt } = useContext(FormAnswer)
  const clash = conflict?.clashes.supportIds
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{words.supports}</legend>
      {/* An empty one says that the list was on the page: none ticked is none. */}
      <input type="hidden" name="supportIds[]" value="" />
      {decision.supportIds.map((id, i) => (
        <Check key={id} name="supportIds[]" value={id} label={decision.support[i] ?? id} initial />
      ))}
      <select name="supportIds[]" aria-label={words.supports} defaultValue="" className="field">
        <option value="">{words.none}</option>
        {units.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {fields.supportIds && <p className="mt-1 text-sm text-red-ink">{fields.supportIds}</p>}
      {conflict && clash && (
        <ClashChoice
          key={attempt}
          name="supportIds"
          clash={clash}
          picked={values['pick.supportIds']}
          words={conflict.words}
        />
      )}
    </fieldset>
  )
}
