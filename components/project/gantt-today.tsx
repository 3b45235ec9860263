'use client'

import { useEffect, useRef } from 'react'

/** Opens the chart before it at today, where today would be out of sight: on a phone a year of months is wider than it. */
export function GanttToday() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const frame = mark.current?.previousElementSibling
    const now = frame?.querySelector('[data-now]')
    if (!frame || !now) return
    const [all, names] = [frame.getBoundingClientRect(), frame.querySelector('ul')?.clientWidth ?? 0]
    const at = now.getBoundingClientRect().left - all.left
    // Two fifths of what is seen are past: bars end at today, and words stand right of them.
    if (at > all.width - EDGE) frame.scrollLeft += at - names - (all.width - names) * 0.4
  }, [])
  return <span ref={mark} hidden />
}

/** Pixels today needs to its right to be read. */
const EDGE = 40
