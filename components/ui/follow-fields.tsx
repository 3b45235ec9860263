'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Puts some fields of the form it stands in into the address whenever one of them changes, so that the server can show what
 * would follow. What is typed stays in the form; without a script the page shows the usual values.
 */
export function FollowFields({ names }: { names: readonly string[] }) {
  const router = useRouter()
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = mark.current?.closest('form')
    const follow = (event: Event) => {
      const field = event.target as HTMLInputElement
      if (!form || !names.includes(field.name)) return
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
  }, [names, router])
  return <span ref={mark} hidden />
}
