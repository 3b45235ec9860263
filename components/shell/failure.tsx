'use client'

import { useState, useSyncExternalStore } from 'react'

export type FailureProps = { error: Error & { digest?: string }; retry: () => void }

const never = () => () => {}
/** The root of every page bears it; a page that failed can ask nobody. */
const helpLine = () => document.documentElement.dataset.helpLine ?? ''

/** Shown when a page could not be made; both languages, because it knows nothing of who is here. */
export function Failure({ error, retry }: FailureProps) {
  // A fault of the browser has no number of the server's: the time of day is as good to find it by.
  const [number] = useState(() => `B${Date.now() % 100_000_000}`)
  const line = useSyncExternalStore(never, helpLine, () => '')
  return (
    <div role="alert" className="flex min-h-[60dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold">系统暂时没能处理</h1>
      <p className="mt-2 text-ink-2">已经保存的内容不会丢。请再试一次，仍不行请把编号报给系统管理员。</p>
      <p className="text-sm text-ink-3" lang="en">
        This could not be done just now. Nothing saved is lost. Try again; if it stays, report the number.
      </p>
      <p className="mt-2 text-sm text-ink-3">
        编号 {error.digest ?? number}
        {line && (
          <>
            ，服务电话{' '}
            <a href={`tel:${line.replace(/[^\d+]/g, '')}`} className="inline-block min-h-6 text-link">
              {line}
            </a>
          </>
        )}
      </p>
      <p className="mt-5 flex flex-wrap justify-center gap-3">
        <button type="button" onClick={retry} className="btn btn-primary">
          再试一次
        </button>
        <a href="/help" className="btn">
          帮助
        </a>
      </p>
    </div>
  )
}
