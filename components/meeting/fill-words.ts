/** A sentence with its places filled, for scripts that bring no translator: places only, no plurals. */
export const fillWords = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
