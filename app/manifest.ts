import type { MetadataRoute } from 'next'

/** What a phone needs to put the product among its programs; nobody has to. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: '项目管家',
    short_name: '项目管家',
    lang: 'zh-CN',
    start_url: '/',
    display: 'standalone',
    background_color: '#f4f6f9',
    theme_color: '#f4f6f9',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
