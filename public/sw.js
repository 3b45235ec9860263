// Version 1. Says in words that there is no connection, when a page cannot be opened for want of one. It keeps nothing:
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
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'`,
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
body{margin:0;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:#1b2430;background:#f4f6f9}
main{max-width:34em;margin:12vh auto;padding:0 20px}
h1{font-size:22px;margin:0 0 8px}
p{margin:8px 0}
[lang=en]{color:#465364;font-size:14px}
a{display:inline-block;min-height:44px;padding:0 20px;border-radius:6px;background:#0b4fc4;color:#fff;line-height:44px;text-decoration:none}
a:focus-visible{outline:2px solid #0b4fc4;outline-offset:2px}
section{margin:20px 0;padding:8px 16px;border-left:3px solid #1b2430;background:#fff}
ul{margin:4px 0;padding-left:20px}
@media (prefers-color-scheme:dark){body{color:#f2f6fc;background:#0a1526}[lang=en]{color:#c3cfdf}section{background:#12213a;border-color:#f2f6fc}a{background:#7fb0ff;color:#0a1526}}
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
  window.addEventListener('online', () => location.reload())
  try {
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
