'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  type ComponentProps,
  createContext,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useAwake } from '@/components/ui/awake'
import { TextArea, TextField } from '@/components/ui/fields'
import { FormAnswer } from '@/components/ui/form-context'
import { type FormAction, type FormState, IDLE, valuesOf } from '@/lib/actions/form-state'

const Dictated = createContext<FormState>(IDLE)

/** A sentence dictated or pasted 一段话, and below it the form whose fields take over what was read from it. */
export function Dictation({
  action,
  formKey,
  keep,
  words,
  children,
}: {
  action: FormAction
  formKey: string
  /** What keeps the sentence on the device until the form below it is saved. */
  keep?: React.ReactNode
  words: Readonly<Record<'label' | 'hint' | 'example' | 'sort' | 'sorted' | 'unchanged' | 'nothing' | 'lost', string>>
  children: React.ReactNode
}) {
  const id = useId()
  const awake = useAwake()
  const [first, send] = useActionState(action, IDLE)
  const [later, sendSafely] = useActionState(async (before: FormState, sent: FormData): Promise<FormState> => {
    const state = before === IDLE ? first : before
    try {
      return await action(state, sent)
    } catch (error) {
      unstable_rethrow(error)
      return {
        status: 'refused',
        message: words.lost,
        fields: {},
        values: valuesOf(sent),
        attempt: state.attempt + 1,
      }
    }
  }, IDLE)
  const state = later === IDLE ? first : later
  // A sentence that could not be read leaves the fields as they are.
  const [sorted, setSorted] = useState(IDLE)
  const read = state.status === 'done' ? state.values.read : undefined
  if (read === 'filled' && state !== sorted) setSorted(state)
  const below = useRef<HTMLDivElement>(null)
  // What it filled in is kept on the device as if it had been typed.
  useEffect(() => {
    for (const [name, value] of Object.entries(sorted.values)) {
      const field = value ? below.current?.querySelector<HTMLElement>(`[name="${name}"]`) : null
      if (!field) continue
      field.dataset.proposed = ''
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }, [sorted])
  const error = state.status === 'refused' ? (state.fields.said ?? state.message) : null
  return (
    <>
      <form action={awake ? sendSafely : send} noValidate className="mb-5 border-b border-divider pb-5">
        <input type="hidden" name="formKey" value={formKey} />
        {keep}
        <label htmlFor={id} className="mb-1 block font-semibold">
          {words.label}
          <span className="ml-2 font-normal text-ink-3">{words.hint}</span>
        </label>
        <textarea
          key={state.attempt}
          id={id}
          name="said"
          rows={2}
          defaultValue={state.values.said}
          placeholder={words.example}
          className="field"
        />
        {error && (
          <p role="alert" className="mt-1 text-sm text-red-ink">
            {error}
          </p>
        )}
        <button type="submit" className="btn mt-2 max-sm:btn-big max-sm:w-full">
          {words.sort}
        </button>
      </form>
      {read && (
        <p role="status" className="mb-3 text-ink-2">
          {read === 'filled' ? words.sorted : read === 'unchanged' ? words.unchanged : words.nothing}
        </p>
      )}
      <div ref={below}>
        <Dictated value={sorted}>{children}</Dictated>
      </div>
    </>
  )
}

/** Shows what was read in place of what an earlier answer left, until the form is answered again. */
function Proposed({ children }: { children: React.ReactNode }) {
  const answer = useContext(FormAnswer)
  const [began] = useState(answer.attempt)
  return <FormAnswer value={answer.attempt === began ? IDLE : answer}>{children}</FormAnswer>
}

export function DictatedArea({ initial, ...props }: ComponentProps<typeof TextArea>) {
  const { values, attempt, status } = useContext(Dictated)
  if (status !== 'done') return <TextArea {...props} initial={initial} />
  return (
    <Proposed key={attempt}>
      <TextArea {...props} initial={values[props.name] || initial} />
    </Proposed>
  )
}

export function DictatedField({ initial, ...props }: ComponentProps<typeof TextField>) {
  const { values, attempt, status } = useContext(Dictated)
  if (status !== 'done') return <TextField {...props} initial={initial} />
  return (
    <Proposed key={attempt}>
      <TextField {...props} initial={values[props.name] || initial} />
    </Proposed>
  )
}
