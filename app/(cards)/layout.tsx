/** Cards: nothing but the paper and what prints it. They say nothing of the district, and need no account. */
export default function CardsLayout({ children }: { children: React.ReactNode }) {
  return <main className="paper min-h-dvh">{children}</main>
}
