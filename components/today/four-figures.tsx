import { Link } from '@/components/ui/link'

export type BigFigure = Readonly<{
  key: string
  n: number
  word: React.ReactNode
  hint: string
  href: React.ComponentProps<typeof Link>['href'] | `#${string}`
}>

/** Four numbers, read in a second; each opens its rows. */
export function FourFigures({ figures }: { figures: readonly BigFigure[] }) {
  return (
    <ul className="grid grid-cols-4 border-b border-divider max-lg:-mx-4 max-lg:mb-4 max-lg:border-t lg:mt-4 lg:mb-6 lg:border-t-2 lg:border-t-ink">
      {figures.map(({ key, n, word, hint, href }, i) => (
        <li key={key} className={i > 0 ? 'border-l border-divider' : undefined}>
          <Link
            href={href as '/'}
            className={`flex h-full flex-col px-1 py-2.5 hover:bg-hover max-lg:items-center lg:px-5 lg:py-3 ${i === 0 ? 'lg:pl-0' : ''}`}
          >
            <b className="text-[32px] leading-10 font-semibold lg:text-[40px] lg:leading-12">{n}</b>
            <span className="flex items-center gap-1 text-center text-sm text-ink-2 sm:text-left sm:whitespace-nowrap">
              {word}
            </span>
            <span className="text-xs text-ink-3 max-lg:hidden">{hint}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
