/** What a list says that has nothing to show. */
export const EmptyList = ({ title, hint }: { title: string; hint: string }) => (
  <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
    <p className="text-lg font-semibold">{title}</p>
    <p className="mt-1 text-ink-2">{hint}</p>
  </div>
)
