/** The rest of an address in a form that sends by GET, so that what is not asked again is not lost. */
export function HiddenQuery({ query }: { query: URLSearchParams }) {
  return [...query].map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)
}
