declare global {
  interface Window {
    /** Keys pressed in the room before its scripts were there, oldest first, and who notes them. */
    roomKeys?: string[] & { hold: (event: KeyboardEvent) => void }
  }
}

/**
 * Notes keys until the room listens itself. A sentence can be begun at once, as its field is there from the beginning.
 *
 * React escapes the text of a script: no quotes, ampersands or angle brackets may stand in it.
 */
const LISTEN = [
  'var k=window.roomKeys=[];',
  'k.hold=function(e){',
  'if(e.isComposing||e.metaKey||e.ctrlKey||e.altKey||e.repeat)return;',
  'if(e.target.closest(`input,textarea,select`))return;',
  'var c=e.key.toLowerCase();',
  'if([`arrowleft`,`arrowright`,`n`,`t`,`f`,`escape`].indexOf(c)===-1)return;',
  'e.preventDefault();',
  // Whoever has asked for the field is writing: what follows is no command.
  'if(k[k.length-1]===`n`)return;',
  'var d=document.documentElement,a=document.querySelector(`#room-say textarea`);',
  'if(c===`f`){if(d.requestFullscreen)d.requestFullscreen();return}',
  'if(c===`n`)if(k.length===0)if(a){a.focus();return}',
  'k.push(c)};',
  'addEventListener(`keydown`,k.hold)',
].join('')

/** Makes the first key on the projector count, however slowly the scripts of the room come. */
export const EarlyKeys = ({ nonce }: { nonce: string | undefined }) => (
  <script nonce={nonce} suppressHydrationWarning>
    {LISTEN}
  </script>
)

/** The next key that was pressed too early; from the first call on the room listens itself. */
export function earlyKey(): string | undefined {
  const keys = window.roomKeys
  if (keys) window.removeEventListener('keydown', keys.hold)
  return keys?.shift()
}
