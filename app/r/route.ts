import { unknownPage } from '@/components/public-form/other-pages'
import { frameWithoutPlate, page } from './answer'

export const dynamic = 'force-dynamic'

/** The address without a code, or with one typed from a plate. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const code = searchParams.get('code')?.normalize('NFKC').trim().split('/').at(-1)?.slice(0, 40)
  if (!code) return page(unknownPage(frameWithoutPlate(request)), 404)
  const language = searchParams.get('lang') === 'en' ? '?lang=en' : ''
  return new Response(null, {
    status: 303,
    headers: { location: `/r/${encodeURIComponent(code)}${language}`, 'cache-control': 'no-store' },
  })
}
