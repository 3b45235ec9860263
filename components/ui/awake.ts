'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page's scripts run: false on the server and while the page wakes up. */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
