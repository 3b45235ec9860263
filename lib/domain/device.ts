const BROWSERS = [
  ['WeChat', /MicroMessenger/],
  ['DingTalk', /DingTalk|TaurusApp/i],
  ['360', /QIHU|360SE|360EE/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
] as const
const SYSTEMS = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
] as const

export type Device = Readonly<{
  browser: (typeof BROWSERS)[number][0] | null
  system: (typeof SYSTEMS)[number][0] | null
}>

/**
 * What a browser says it runs on, as its owner would call it; enough to recognise one's own device, and no proof.
 *
 * @example deviceOf('Mozilla/5.0 (Windows NT 10.0) … Edg/142.0') // Edge, Windows
 */
export function deviceOf(userAgent: string | null): Device {
  const said = userAgent ?? ''
  const first = <T>(rows: readonly (readonly [T, RegExp])[]): T | null =>
    rows.find(([, pattern]) => pattern.test(said))?.[0] ?? null
  return { browser: first(BROWSERS), system: first(SYSTEMS) }
}
