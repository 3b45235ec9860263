'use client'

import { useContext, useEffect, useRef } from 'react'
import type { Acknowledgement } from '@/lib/actions/form-state'
import { AckContext } from './ack-bar'

/** Says on the page a form led to what it recorded, once, with the way back: the form itself is gone. */
export function Acknowledge({ done }: { done: Acknowledgement }) {
  const acknowledge = useContext(AckContext)
  const said = useRef(false)
  useEffect(() => {
    if (said.current) return
    said.current = true
    acknowledge?.(done)
  }, [acknowledge, done])
  return null
}
