import { ATTACHMENT_TYPES, type AttachmentType } from './attachment-limits'

// What fits a line of the list and every file system.
const NAME_CHARS = 80
/** Control characters, marks that turn the direction of text, and what a file system or a shell reads as its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"/\\|?*]/g

/**
 * The name a file is kept and handed out under: no path, no hidden turns, and the ending its bytes deserve.
 *
 * @example fileNameOf('..\\..\\批文.pdf.exe', 'pdf') // '批文.pdf'
 */
export function fileNameOf(said: string, type: AttachmentType): string {
  const endings: readonly string[] = ATTACHMENT_TYPES[type].endings
  const last = said.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    .replace(UNFIT, '')
    .trim()
    .replace(/^\.+/, '')
  const dot = clean.lastIndexOf('.')
  const ending = dot < 0 ? '' : clean.slice(dot + 1).toLowerCase()
  const known = endings.includes(ending)
  // Any other short ending is a claim the bytes do not bear out.
  const stem = known || /^[a-z0-9]{1,5}$/.test(ending) ? clean.slice(0, dot) : clean
  const without = stem.replace(new RegExp(`(\\.(${endings.join('|')}))+$`, 'i'), '').replace(/[\s.]+$/, '')
  return `${[...(without || 'file')].slice(0, NAME_CHARS).join('')}.${known ? ending : endings[0]}`
}

/** How a download says its name: plain for the old, RFC 5987 for everybody else. */
export const dispositionOf = (name: string): string => {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="file.${ending}"; filename*=UTF-8''${encoded}`
}
