/** A part of the personal page under its own heading. */
export const Section = ({
  id,
  title,
  hint,
  children,
}: {
  id: string
  title: string
  hint?: string
  children: React.ReactNode
}) => (
  <section id={id} aria-labelledby={`${id}-title`} className="border-t border-divider py-5">
    <h2 id={`${id}-title`} className="text-lg font-semibold">
      {title}
    </h2>
    {hint && <p className="mt-0.5 max-w-[44em] text-ink-2">{hint}</p>}
    <div className="mt-3">{children}</div>
  </section>
)
