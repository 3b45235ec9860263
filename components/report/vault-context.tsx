'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { VaultWords } from '@/lib/i18n/report-text'
import type { WrappedKey } from '@/lib/schemas/sealed-report'
import { type KeyPair, keysOf, type OpenKey, secretBy } from './vault'

/** Nobody has touched the page for this long: it locks itself. */
const IDLE_MS = 10 * 60_000

type Vault = Readonly<{
  /** Whether this page can open anything: its scripts run, in a document of its own rules. */
  ready: boolean
  keys: readonly WrappedKey[]
  /** Keys that are open in this browser now. */
  open: ReadonlyMap<string, OpenKey>
  /** Opens whatever the passphrase opens; false where that is nothing. */
  unlock: (passphrase: string) => Promise<boolean>
  /** Opens a key, and those before it, by its secret. */
  openBy: (key: WrappedKey, secret: Uint8Array) => Promise<void>
  lock: () => void
  words: VaultWords
}>

const VaultContext = createContext<Vault | null>(null)

export function useVault(): Vault {
  const vault = useContext(VaultContext)
  if (!vault) throw new Error('outside of the vault')
  return vault
}

/** The pair that opens what was sealed to a key; null while it is closed. */
export const usePair = (keyId: string | null): KeyPair | null => useVault().open.get(keyId ?? '')?.pair ?? null

/**
 * The rules of a page hold for the document it was loaded with. Whoever came from another room by a link inside the product has
 * the rules of that room, which let no cryptography be compiled: the page is loaded once more.
 */
function loadedElsewhere(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return !/^\/supervision\/reports(\/|$)/.test(new URL(entry?.name || window.location.href).pathname)
}

const NONE: ReadonlyMap<string, OpenKey> = new Map()

/**
 * The keys of the commission as far as they are open: in the memory of this page and nowhere else, gone when it is left, locked,
 * or forgotten on a desk.
 */
export function VaultOf({
  keys,
  words,
  children,
}: Readonly<{ keys: readonly WrappedKey[]; words: VaultWords; children: React.ReactNode }>) {
  const [open, setOpen] = useState(NONE)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (loadedElsewhere()) window.location.reload()
    else setReady(true)
  }, [])
  const lock = useCallback(() => setOpen(NONE), [])
  const openBy = useCallback(
    async (key: WrappedKey, secret: Uint8Array) => {
      const opened = await keysOf(secret, key, keys)
      setOpen((before) => new Map([...before, ...opened]))
    },
    [keys],
  )
  const unlock = useCallback(
    async (passphrase: string) => {
      let opened = false
      const known = new Set(open.keys())
      for (const key of keys) {
        if (known.has(key.id)) continue
        const secret = await secretBy(key, passphrase)
        if (!secret) continue
        await openBy(key, secret)
        opened = true
        // What this one opens need not be tried.
        for (const [id] of await keysOf(secret, key, keys)) known.add(id)
      }
      return opened
    },
    [keys, open, openBy],
  )
  useEffect(() => {
    if (open.size === 0) return
    let timer = setTimeout(lock, IDLE_MS)
    const stir = () => {
      clearTimeout(timer)
      timer = setTimeout(lock, IDLE_MS)
    }
    const signs = ['pointerdown', 'keydown', 'scroll'] as const
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true, capture: true })
    // A page the browser keeps for the way back is kept closed.
    window.addEventListener('pagehide', lock)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, stir, { capture: true })
      window.removeEventListener('pagehide', lock)
    }
  }, [open, lock])
  const vault = useMemo(
    () => ({ ready, keys, open, unlock, openBy, lock, words }),
    [ready, keys, open, unlock, openBy, lock, words],
  )
  return <VaultContext value={vault}>{children}</VaultContext>
}
