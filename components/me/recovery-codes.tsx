'use client'

import { useContext, useState } from 'react'
import { FormAnswer } from '@/components/ui/form-context'
import { PrintButton } from '@/components/ui/print-button'

/** Recovery codes where an answer has them: to be copied, printed or written down now. What made them steps aside. */
export function RecoveryCodes({
  words,
  children,
  after,
}: {
  words: Readonly<Record<'list' | 'once' | 'copy' | 'copied' | 'print', string>>
  children: React.ReactNode
  after: React.ReactNode
}) {
  const { codes } = useContext(FormAnswer)
  const [copied, setCopied] = useState(false)
  if (!codes) return children
  return (
    <div>
      <p className="font-semibold">{words.once}</p>
      <ol aria-label={words.list} data-verbatim className="my-3 grid grid-cols-2 gap-x-6 gap-y-1 font-mono select-all">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap gap-3">
        <button
          type="button"
          className="btn"
          onClick={() => navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}
        >
          {words.copy}
        </button>
        <PrintButton>{words.print}</PrintButton>
        {after}
      </div>
      <p role="status" className="mt-1 text-sm text-green-ink">
        {copied && words.copied}
      </p>
    </div>
  )
}
