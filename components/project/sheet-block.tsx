/** A part of a sheet; it never breaks across pages. */
export const SheetBlock = ({ title, note, children }: { title: string; note?: string; children: React.ReactNode }) => (
  <section className="sheet-block mt-3">
    <p className="mb-1 flex items-baseline gap-3 border-b border-divider">
      <b className="text-lg">{title}</b>
      {note && <span className="text-sm text-ink-2">{note}</span>}
    </p>
    {children}
  </section>
)
