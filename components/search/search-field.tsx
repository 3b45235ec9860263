'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { Search } from '@/components/ui/icons'
import type { Choice, PanelWords } from './search-panel'

const Panel = lazy(() => import('./search-panel'))

export type FieldWords = PanelWords & Readonly<{ label: string; placeholder: string }>

/**
 * The search of the frame: a form that opens the search page, and with its script a list of hits below it while one types.
 * Ctrl+K comes here from anywhere; what shows the hits is fetched when somebody comes.
 */
export function SearchField({ words }: { words: FieldWords }) {
  const router = useRouter()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLElement>(null)
  const [ready, setReady] = useState(false)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [choices, setChoices] = useState<Readonly<{ of: string; rows: readonly Choice[] }>>({ of: '', rows: [] })
  const [active, setActive] = useState(-1)

  useEffect(() => {
    setReady(true)
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
      setOpen(true)
    }
    const onPress = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [])

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  // Hits of an earlier word are no answer to this one: then Enter opens the search page.
  const current = choices.of === text.trim() ? choices.rows : []
  const chosen = open ? current[active] : undefined

  // Until its script is here it is a field like any other.
  const combobox = ready
    ? {
        role: 'combobox',
        'aria-expanded': open,
        'aria-autocomplete': 'list' as const,
        'aria-controls': open ? list : undefined,
        'aria-activedescendant': chosen && `${list}-${active}`,
      }
    : {}

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setOpen(true)
      if (current.length > 0) setActive((at) => (at + step + current.length) % current.length)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      close()
      field.current?.blur()
      router.push(chosen.href)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') close()
  }

  return (
    <search ref={box} className="relative min-w-0 flex-1 sm:max-w-[320px]" data-ready={ready || undefined}>
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault()
          close()
          router.push(`/search?q=${encodeURIComponent(text.trim())}`)
        }}
      >
        <label className="relative block">
          <span className="sr-only">{words.label}</span>
          <Search size={16} aria-hidden="true" className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
          <input
            ref={field}
            name="q"
            type="search"
            {...combobox}
            aria-keyshortcuts="Control+K"
            autoComplete="off"
            placeholder={words.placeholder}
            className="field pl-8! max-sm:h-9!"
            maxLength={60}
            onFocus={() => setOpen(true)}
            onChange={(event) => {
              setText(event.target.value)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded border border-divider bg-card px-1 font-sans text-xs text-ink-3 max-lg:hidden"
          >
            Ctrl K
          </span>
        </label>
      </form>
      {open && (
        <Suspense>
          <Panel
            id={list}
            text={text.trim()}
            active={active}
            words={words}
            onFound={(rows, of) => {
              setChoices({ of, rows })
              // With something typed the first hit is what Enter opens.
              setActive(of === '' || rows.length === 0 ? -1 : 0)
            }}
            onPick={close}
          />
        </Suspense>
      )}
    </search>
  )
}
