import clsx from 'clsx'
import { Link } from '@/components/ui/link'

/** A procedure by its name: a way to its page for who may open it, a word for everybody else. */
export const ProcedureName = ({
  line,
  title,
  className,
  children,
}: {
  line: Readonly<{ id: string; open: boolean }>
  title?: string
  className?: string
  children: React.ReactNode
}) =>
  line.open ? (
    <Link href={`/procedures/${line.id}`} title={title} className={clsx(className, 'hover:text-link')}>
      {children}
    </Link>
  ) : (
    <span title={title} className={className}>
      {children}
    </span>
  )
