'use client'

import { carryOver } from '@/components/ui/carry-over'
import type { Locale } from '@/lib/i18n/locale'

/** The other language, before anybody has signed in: what is typed into the page is there again in it. */
export const LanguageSwitch = ({
  action,
  next,
  locale,
  label,
}: {
  action: (form: FormData) => Promise<void>
  /** Where the visitor wanted to go. */
  next: string
  locale: Locale
  label: string
}) => (
  <form
    action={action}
    onSubmit={(event) => {
      const other = [...document.forms].find((form) => form !== event.currentTarget)
      if (other) carryOver(other)
    }}
  >
    <input type="hidden" name="next" value={next} />
    <input type="hidden" name="locale" value={locale} />
    <button type="submit" lang={locale} className="btn max-sm:min-h-11">
      {label}
    </button>
  </form>
)
