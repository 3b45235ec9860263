import { takeOfRanking, wishOf } from '@/app/api/export/take'
import { takeBulletin } from '@/lib/actions/take-bulletin'
import { rankingExport } from '@/lib/schemas/ranking-bulletin'

export const dynamic = 'force-dynamic'

/** Hands out the bulletin of a month as a document. */
export async function GET(request: Request, { params }: { params: Promise<{ month: string }> }): Promise<Response> {
  const { month } = await params
  return takeOfRanking({ ...wishOf(request), month }, rankingExport, takeBulletin, 'docx')
}
