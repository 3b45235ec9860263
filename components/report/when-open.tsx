'use client'

import { useVault } from './vault-context'

/** What is for whoever has read a report: there once its key is open, gone when it is locked. */
export function WhenOpen({ keyId, children }: { keyId: string; children: React.ReactNode }) {
  return useVault().open.has(keyId) ? children : null
}
