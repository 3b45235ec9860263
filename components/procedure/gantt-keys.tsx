'use client'

import { useEffect, useRef } from 'react'

/** A working week of the chart, in pixels. */
const STEP = 46

/** Lets the arrow keys go through the chart it stands in: up and down from row to row, left and right through the time. */
export function GanttKeys() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const chart = mark.current?.parentElement
    const time = chart?.querySelector('section')
    if (!chart || !time) return
    const step = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const rows = [...chart.querySelectorAll('a')]
      const here = document.activeElement
      const at = here instanceof HTMLAnchorElement ? rows.indexOf(here) : -1
      const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
      // Left and right move a focused chart by themselves.
      if (by === undefined || (at < 0 && Math.abs(by) === STEP)) return
      event.preventDefault()
      if (Math.abs(by) === STEP) time.scrollBy({ left: by })
      else rows[at < 0 ? 0 : at + by]?.focus()
    }
    chart.addEventListener('keydown', step)
    return () => chart.removeEventListener('keydown', step)
  }, [])
  return <span ref={mark} hidden />
}
