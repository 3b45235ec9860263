import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { takeFileTurn } from '@/lib/data/file-turns'
import { exportMyData } from '@/lib/data/my-data'
import { translator } from '@/lib/i18n/translator'

export const dynamic = 'force-dynamic'

const text = (body: string, status: number, headers: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
  })

/** What the system holds about whoever asks, as a file. */
export async function GET(): Promise<Response> {
  const { actor, account, locale } = await requireActor()
  const t = translator(locale)
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return text(t('export.refusal.FOREIGN'), 403)
  const turn = await takeFileTurn('export', actor.userId, new Date())
  if (!turn.ok) {
    const { most, seconds } = turn.error
    return text(t('export.refusal.EXPORT_LIMIT', { most: String(most), seconds: String(seconds) } as never), 429, {
      'retry-after': String(seconds),
    })
  }
  const today = businessDay()
  const made = await exportMyData(actor, null, { today })
  if (!made.ok) return text(t('export.refusal.FORBIDDEN'), 403)
  const name = t('me.fileName', { name: actor.name, day: today })
  return new Response(`${JSON.stringify({ district: account.district.name, day: today, ...made.value }, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="my-data.json"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
}
