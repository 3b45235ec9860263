import { Link } from '@/components/ui/link'

/** The form of the preview: the tabs, pages and steps that lead away from it stand partly outside it. */
export const PREVIEW_FORM = 'preview'

/**
 * A way to another step or other rows. Where cells are being typed into it is a button of their form, so that they are kept
 * before anybody leaves, with or without a script.
 *
 * @param go what the form calls the place; without it this is a link
 */
export function GoLink({
  href,
  go,
  children,
  ...props
}: {
  href: string
  go?: string
  children: React.ReactNode
  className?: string
  'aria-current'?: 'true' | undefined
}) {
  if (go === undefined)
    return (
      <Link href={href} {...props}>
        {children}
      </Link>
    )
  return (
    <button type="submit" form={PREVIEW_FORM} name="go" value={go} {...props}>
      {children}
    </button>
  )
}
