'use client'

import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { type Block, blockHtml, blockText, boundsOf, cellText } from './clipboard-block'

const Ticked = createContext(0)

/** `#` in the words stands for how many rows are ticked. */
export function TickedCount({ words }: { words: string }) {
  const count = useContext(Ticked)
  return <>{words.replace('#', String(count))}</>
}

/** A cell that says something: not the one its row is ticked in. */
const CELL = 'td:not(.ledger-tick)'

const boxes = (root: HTMLElement) => [...root.querySelectorAll<HTMLInputElement>('input[name=id]')]
const tickedIds = (root: HTMLElement) => [...new Set(boxes(root).flatMap((box) => (box.checked ? [box.value] : [])))]
const cellsOf = (root: HTMLElement) =>
  [...root.querySelectorAll('tr[data-row]')].map((row) => [...row.querySelectorAll<HTMLElement>(CELL)])

const shown = (cell: HTMLElement): string =>
  cellText(cell.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? cell.textContent ?? '')

const STEP: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * What a table cannot do by itself: count ticks, keep them in the address so that Back finds them, and copy a block of
 * cells (drag, or Shift with the arrows, then Ctrl+C) into a spreadsheet. Everything else works without it.
 */
export function LedgerGrid({
  all,
  copyWords,
  className,
  children,
}: {
  /** How many rows the filter holds, when all of them are ticked. */
  all: number | null
  /** `#` and `$` stand for rows and columns. */
  copyWords: string
  className: string
  children: React.ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const [count, setCount] = useState(all ?? 0)
  const [whole, setWhole] = useState(all !== null)
  const [block, setBlock] = useState<Block | null>(null)
  const anchor = useRef<readonly [number, number] | null>(null)
  const dragged = useRef(false)

  const recount = (element: HTMLElement, everything: boolean) => {
    const ids = tickedIds(element)
    const rows = new Set(boxes(element).map((box) => box.value)).size
    setCount(everything && all !== null ? all : ids.length)
    setWhole(rows > 0 && ids.length === rows)
    const head = element.querySelector<HTMLInputElement>('input[name=pick][type=checkbox]')
    if (head) {
      head.checked = ids.length === rows
      head.indeterminate = ids.length > 0 && ids.length < rows
    }
    return ids
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the address or the browser had ticked
  useEffect(() => {
    const element = root.current
    if (!element) return
    const named = new URLSearchParams(location.search).getAll('id')
    for (const box of boxes(element)) if (named.includes(box.value)) box.checked = true
    recount(element, all !== null)
    setReady(true)
  }, [])

  // A row stands twice, as a line and as a card: what is sent names it once.
  useEffect(() => {
    const element = root.current
    const once = ({ formData }: FormDataEvent) => {
      const ids = new Set(formData.getAll('id'))
      formData.delete('id')
      for (const id of ids) formData.append('id', id)
    }
    element?.addEventListener('formdata', once)
    return () => element?.removeEventListener('formdata', once)
  }, [])

  useEffect(() => {
    const element = root.current
    if (!element || !block) return
    const { top, bottom, left, right } = boundsOf(block)
    const marked = cellsOf(element)
      .slice(top, bottom + 1)
      .flatMap((row) => row.slice(left, right + 1))
    for (const cell of marked) cell.dataset.block = ''
    return () => {
      for (const cell of marked) delete cell.dataset.block
    }
  }, [block])

  const tick = (event: React.FormEvent<HTMLDivElement>) => {
    const [box, element] = [event.target, root.current]
    if (!(box instanceof HTMLInputElement) || !element) return
    if (box.type !== 'checkbox' || (box.name !== 'id' && box.name !== 'pick')) return
    const alike = boxes(element).filter((other) => box.name === 'pick' || other.value === box.value)
    for (const other of alike) other.checked = box.checked
    // One that is taken out again: what is ticked is no longer everything, but what is named.
    for (const hidden of element.querySelectorAll<HTMLInputElement>('input[name=pick][type=hidden]'))
      hidden.disabled = true
    const ids = recount(element, false)
    const address = new URL(location.href)
    address.searchParams.delete('id')
    address.searchParams.delete('pick')
    for (const id of ids) address.searchParams.append('id', id)
    history.replaceState(null, '', address)
  }

  const placeOf = (target: EventTarget): readonly [number, number] | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>(`tr[data-row] > ${CELL}`) : null
    if (!cell || !root.current) return null
    const rows = cellsOf(root.current)
    const row = rows.findIndex((cells) => cells.includes(cell))
    return row < 0 ? null : [row, rows[row]?.indexOf(cell) ?? 0]
  }

  const press = (event: React.PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    const place = placeOf(event.target)
    if (!place) return
    dragged.current = false
    if (event.shiftKey && anchor.current) {
      event.preventDefault()
      setBlock({ from: anchor.current, to: place })
      return
    }
    anchor.current = place
    setBlock(null)
  }

  const drag = (event: React.PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 1 || !anchor.current) return
    const place = placeOf(event.target)
    const [row, column] = anchor.current
    if (!place || (!dragged.current && place[0] === row && place[1] === column)) return
    dragged.current = true
    getSelection()?.removeAllRanges()
    setBlock({ from: anchor.current, to: place })
  }

  const key = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
    if (event.key === 'Escape') setBlock(null)
    const step = STEP[event.key]
    if (!step || !event.shiftKey || !root.current) return
    const rows = cellsOf(root.current)
    const from = anchor.current ?? [0, 0]
    const to = block?.to ?? from
    anchor.current = from
    const row = Math.max(0, Math.min(rows.length - 1, to[0] + step[0]))
    const column = Math.max(0, Math.min((rows[row]?.length ?? 1) - 1, to[1] + step[1]))
    event.preventDefault()
    rows[row]?.[column]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    setBlock({ from, to: [row, column] })
  }

  const copy = (event: React.ClipboardEvent) => {
    if (!block || !root.current || getSelection()?.toString()) return
    const { top, bottom, left, right } = boundsOf(block)
    const rows = cellsOf(root.current)
      .slice(top, bottom + 1)
      .map((row) => row.slice(left, right + 1).map(shown))
    event.clipboardData.setData('text/plain', blockText(rows))
    event.clipboardData.setData('text/html', blockHtml(rows))
    event.preventDefault()
  }

  const click = (event: React.MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-print]')) print()
    // A drag that ends on a link is not a wish to follow it.
    if (!dragged.current) return
    dragged.current = false
    event.preventDefault()
    event.stopPropagation()
  }

  const size = block && boundsOf(block)
  return (
    <Ticked value={count}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the controls and cells inside it */}
      <div
        ref={root}
        data-ready={ready || undefined}
        data-whole={whole || undefined}
        className={className}
        onInput={tick}
        onPointerDown={press}
        onPointerMove={drag}
        onDragStart={(event) => event.preventDefault()}
        onKeyDown={key}
        onCopy={copy}
        onClickCapture={click}
      >
        {children}
        <p
          role="status"
          className={
            size
              ? 'no-print fixed bottom-14 left-1/2 z-50 -translate-x-1/2 rounded bg-[var(--rl-crit)] px-4 py-2 text-card'
              : 'sr-only'
          }
        >
          {size &&
            copyWords.replace('#', String(size.bottom - size.top + 1)).replace('$', String(size.right - size.left + 1))}
        </p>
      </div>
    </Ticked>
  )
}
