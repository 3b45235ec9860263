import clsx from 'clsx'
import { Link } from './link'

/** How many rows a page holds, the present number marked. */
export function PageSizes<Size extends number>({
  sizes,
  size,
  hrefOf,
  words,
}: {
  sizes: readonly Size[]
  size: number
  hrefOf: (size: Size) => string
  words: (size: Size) => string
}) {
  return (
    <span className="no-print flex gap-2 max-sm:hidden">
      {sizes.map((each) => (
        <Link
          key={each}
          href={hrefOf(each)}
          aria-current={each === size ? 'true' : undefined}
          className={clsx(each === size ? 'font-semibold text-ink' : 'hover:text-ink')}
        >
          {words(each)}
        </Link>
      ))}
    </span>
  )
}

/** One page back, where the reader is, one page on; large enough for a thumb. */
export function PageSteps({
  page,
  pages,
  hrefOf,
  words,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
  words: Readonly<{ previous: string; here: string; next: string }>
}) {
  const step = 'inline-flex items-center text-link max-sm:min-h-11'
  return (
    <>
      {page > 1 && (
        <Link href={hrefOf(page - 1)} className={step}>
          {words.previous}
        </Link>
      )}
      <span>{words.here}</span>
      {page < pages && (
        <Link href={hrefOf(page + 1)} className={step}>
          {words.next}
        </Link>
      )}
    </>
  )
}
