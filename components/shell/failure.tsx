'use client'

export type FailureProps = { error: Error & { digest?: string }; retry: () => void }

/** Shown when a page could not be made; both languages, because it knows nothing of who is here. */
export function Failure({ error, retry }: FailureProps) {
  return (
    <div role="alert" className="flex min-h-[60dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold">系统暂时没能处理</h1>
      <p className="mt-2 text-ink-2">已经保存的内容不会丢。请再试一次，仍不行请把编号报给管理员。</p>
      <p className="text-sm text-ink-3" lang="en">
        This could not be done just now. Nothing saved is lost.
      </p>
      {error.digest && <p className="mt-2 text-sm text-ink-3">编号 {error.digest}</p>}
      <button type="button" onClick={retry} className="btn btn-primary mt-5">
        再试一次
      </button>
    </div>
  )
}
