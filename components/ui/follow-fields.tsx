'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Puts some fields of the form it stands in into the address whenever one of them changes, so that the server can show what
 * would follow. What is typed stays in the form; without a script the page shows the usual values.
 *
 * @param lead  a field that draws others along: those of `trail` that hold the same value keep holding it
 */
export function FollowFields({
  names,
  lead,
  trail = [],
}: {
  names: readonly string[]
  lead?: string
  trail?: readonly string[]
}) {
  const router = useRouter()
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = mark.current?.closest('form')
    const fieldOf = (name: string) => form?.elements.namedItem(name) as HTMLInputElement | null
    let led = lead ? fieldOf(lead)?.value : undefined
    const follow = (event: Event) => {
      const field = event.target as HTMLInputElement
      if (!form || !names.includes(field.name)) return
      if (field.name === lead) {
        for (const name of trail) {
          const trailing = fieldOf(name)
          if (trailing?.value && trailing.value === led) trailing.value = field.value
        }
        led = field.value
      }
      const address = new URL(window.location.href)
      for (const name of names) {
        const value = new FormData(form).get(name)
        if (typeof value === 'string' && value !== '') address.searchParams.set(name, value)
        else address.searchParams.delete(name)
      }
      router.replace(`${address.pathname}${address.search}`, { scroll: false })
    }
    form?.addEventListener('change', follow)
    return () => form?.removeEventListener('change', follow)
  }, [names, lead, trail, router])
  return <span ref={mark} hidden />
}
