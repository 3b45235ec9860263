/** Posters: the bare sheet. Whoever prints it is nobody's business on a wall, so that no stamp says who did. */
export default function PosterLayout({ children }: { children: React.ReactNode }) {
  return <main className="paper min-h-dvh">{children}</main>
}
