'use client'

import { useEffect, useRef, useState } from 'react'
import { useAwake } from '@/components/ui/awake'

/** What the fields of a form that begin with a name add up to; null while one of them is no number. */
function sumOf(form: HTMLFormElement, prefix: string): number | null {
  let sum = 0
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith(prefix)) continue
    if (typeof value !== 'string' || !/^\d{1,3}$/.test(value.trim())) return null
    sum += Number(value)
  }
  return sum
}

/**
 * Says beside some fields what they add up to, at every key, so that a wrong sum is seen before the form is sent; without a
 * script the answer says it.
 *
 * @param prefix how the names of the fields begin
 * @param words  sentences with `#` where the sum stands: for what is right, for what is not, and for what is no number
 */
export function WeightSum({
  prefix,
  right,
  initial,
  words,
}: {
  prefix: string
  right: number
  initial: number
  words: Readonly<{ right: string; wrong: string; unread: string }>
}) {
  const mark = useRef<HTMLParagraphElement>(null)
  const [sum, setSum] = useState<number | null>(initial)
  const awake = useAwake()
  useEffect(() => {
    const form = mark.current?.closest('form')
    const follow = () => form && setSum(sumOf(form, prefix))
    form?.addEventListener('input', follow)
    return () => form?.removeEventListener('input', follow)
  }, [prefix])
  const wrong = sum !== right
  return (
    <p
      ref={mark}
      role="status"
      data-ready={awake || undefined}
      className={wrong ? 'mt-1 font-semibold text-red-ink' : 'mt-1 text-ink-2'}
    >
      {sum === null ? words.unread : (wrong ? words.wrong : words.right).replace('#', String(sum))}
    </p>
  )
}
