/** A ruler of nine working days: the product's sign. */
export const Logo = ({ size = 30 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" className="block flex-none">
    <rect width="28" height="28" rx="5" fill="var(--brand-solid)" />
    {Array.from({ length: 9 }, (_, i) => (
      <rect
        key={`t${i.toString()}`}
        x={3.05 + i * 2.6}
        y="7"
        width="1.5"
        height={i === 1 || i === 7 ? 14 : 7}
        fill="var(--text-on-brand)"
      />
    ))}
  </svg>
)
