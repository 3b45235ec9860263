/**
 * Text without the control characters nobody can type or read; a database refuses some of them outright.
 *
 * @example printable('外立面\u0000进场') // '外立面进场'
 */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
