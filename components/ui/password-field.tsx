'use client'

import { type ComponentProps, useState } from 'react'
import { useAwake } from './awake'
import { TextField } from './fields'

/** A password that can be looked at while it is typed; without a script it stays hidden. */
export function PasswordField({
  show,
  hide,
  className,
  ...props
}: Omit<ComponentProps<typeof TextField>, 'type'> & { show: string; hide: string }) {
  const [seen, setSeen] = useState(false)
  return (
    <div className={className}>
      <div className="relative [&_.field]:pr-16">
        <TextField {...props} type={seen ? 'text' : 'password'} />
        {useAwake() && (
          <button
            type="button"
            aria-pressed={seen}
            onClick={() => setSeen(!seen)}
            className="absolute top-[26px] right-1 h-10 min-w-11 rounded px-2 text-ink-3 hover:text-link"
          >
            {seen ? hide : show}
          </button>
        )}
      </div>
    </div>
  )
}
