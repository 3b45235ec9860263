import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'

export type Figure = Readonly<{ n: number; text: string; href: React.ComponentProps<typeof Link>['href'] }>

/** Figures of a headline in one sentence, each opening its rows; those that are nothing stay out. */
export function Figures({ figures, locale }: { figures: readonly Figure[]; locale: Locale }) {
  return figures
    .filter((figure) => figure.n > 0)
    .map((figure, i) => (
      <span key={figure.text}>
        {i > 0 && (locale === 'en' ? ', ' : '，')}
        <Link href={figure.href} className="hover:text-link sm:whitespace-nowrap">
          {figure.text}
        </Link>
      </span>
    ))
}

/** The two columns of a first page: what wants somebody, and beside it what comes from others. */
export function TwoColumns({ children, aside }: { children: React.ReactNode; aside: React.ReactNode }) {
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8 sm:pt-6">{children}</div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">{aside}</aside>
    </div>
  )
}
