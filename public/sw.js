// Version 3. Says in words that there is no connection, when a page cannot be opened for want of one. It keeps nothing:
// no page, no data, no cache. A server started with OFFLINE_PAGE=0 has browsers remove it again.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { mode, method, url } = event.request
  // Only pages that are opened: a form, a file or what a page asks for answers for itself.
  if (mode !== 'navigate' || method !== 'GET' || new URL(url).pathname.startsWith('/api/')) return
  event.respondWith(fetch(event.request).catch(offline))
})

function offline() {
  const nonce = crypto.randomUUID()
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'`,
  }
  return new Response(page(nonce), { status: 503, headers })
}

const page = (nonce) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>没有连上网 · 项目管家</title>
<style nonce="${nonce}">
:root{color-scheme:light;--page:#f4f6f9;--card:#ffffff;--ink:#1b2430;--ink-2:#465364;--brand:#0b4fc4;--on-brand:#ffffff}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--page:#0a1526;--card:#12213a;--ink:#f2f6fc;--ink-2:#c3cfdf;--brand:#7fb0ff;--on-brand:#0a1526}}
:root[data-theme=dark]{color-scheme:dark;--page:#0a1526;--card:#12213a;--ink:#f2f6fc;--ink-2:#c3cfdf;--brand:#7fb0ff;--on-brand:#0a1526}
body{margin:0;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:var(--ink);background:var(--page)}
main{max-width:34em;margin:12vh auto;padding:0 20px}
h1{font-size:22px;margin:0 0 8px}
p{margin:8px 0}
[lang=en]{color:var(--ink-2);font-size:14px}
a{display:inline-block;min-height:44px;padding:0 20px;border-radius:6px;background:var(--brand);line-height:44px;text-decoration:none}
a,a [lang=en]{color:var(--on-brand)}
a:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
section{margin:20px 0;padding:8px 16px;border-left:3px solid var(--ink);background:var(--card)}
ul{margin:4px 0;padding-left:20px}
</style>
</head>
<body>
<main>
<h1>没有连上网</h1>
<p>这一页打不开，不是您的错。连上网以后会自动再打开。</p>
<p lang="en">No connection. This page opens by itself once the connection is back.</p>
<section id="waiting" hidden>
<p><b><span id="count"></span>项写好了，还没发出</b>，存在这台设备上，连上网自动发出，只记一次。</p>
<p lang="en">Written but not sent yet. Kept on this device; sent once, by itself, when the connection is back.</p>
<ul id="items"></ul>
</section>
<p><a id="again" href="">再试一次 <span lang="en">Try again</span></a></p>
</main>
<script nonce="${nonce}">
(${script})()
</script>
</body>
</html>`

// Runs in the page above. What waits in the outbox of an account is named to a tab of that account alone; others learn how
// many they are.
function script() {
  const again = document.getElementById('again')
  again.href = location.href
  // A device says it is online before anything can be reached, and never says so twice: the server is asked.
  const look = () => fetch('/api/health', { method: 'HEAD', cache: 'no-store' }).then(() => location.reload())
  const ask = () => look().catch(() => {})
  window.addEventListener('online', ask)
  setInterval(ask, 5000)
  try {
    // As the last page looked; before any, as the device does.
    const theme = localStorage.getItem('theme')
    if (theme) document.documentElement.dataset.theme = theme
    const kept = (name) => JSON.parse(localStorage.getItem(name)) ?? []
    const names = Object.keys(localStorage).filter((name) => name.startsWith('outbox.'))
    const count = names.flatMap(kept).length
    document.getElementById('count').textContent = String(count)
    document.getElementById('waiting').hidden = count === 0
    for (const { label } of kept(`outbox.${sessionStorage.getItem('outbox-owner')}`))
      document.getElementById('items').append(Object.assign(document.createElement('li'), { textContent: label }))
  } catch {
    // Storage is closed: nothing waits that could be shown.
  }
}
