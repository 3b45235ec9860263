'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { useActionState, useEffect, useRef, useState } from 'react'
import { useAwake } from '@/components/ui/awake'
import { type FormAction, type FormState, IDLE } from '@/lib/actions/form-state'

/**
 * A form of the room: sent as any form while scripts sleep, and by this hook once they run, so that nothing is drawn anew
 * but what has changed.
 *
 * @param done    what follows an answer that says it is done
 * @param failing what to say when there was no answer
 */
export function useAnswer(
  action: FormAction,
  done: (state: FormState, form: FormData) => Promise<void> | void,
  failing: Readonly<{ offline: string; stale: string }>,
) {
  const awake = useAwake()
  const [first, send] = useActionState(action, IDLE)
  const [later, setLater] = useState<FormState | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const state = later ?? first
  // A press while the page wakes up is sent as any form; what follows its answer follows all the same.
  const answered = useRef(first)
  useEffect(() => {
    if (answered.current === first) return
    answered.current = first
    if (first.status === 'done') void done(first, new FormData())
  }, [first, done])
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    if (!awake) return
    event.preventDefault()
    // A second press before the first is answered is the first one still.
    if (busy.current) return
    busy.current = true
    setPending(true)
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    try {
      const answer = await action(state, form)
      if (answer.status === 'done') await done(answer, form)
      setLater(answer)
    } catch (error) {
      const message = unstable_isUnrecognizedActionError(error) ? failing.stale : failing.offline
      setLater({ ...IDLE, status: 'refused', message, attempt: state.attempt + 1 })
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { state, send, submit, pending, awake, forget: () => setLater(IDLE) }
}
