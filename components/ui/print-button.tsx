'use client'

/** Opens the browser's own print dialogue. */
export function PrintButton({ children }: { children: React.ReactNode }) {
  return (
    <button type="button" className="btn btn-primary" onClick={() => window.print()}>
      {children}
    </button>
  )
}
