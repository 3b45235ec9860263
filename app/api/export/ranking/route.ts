import { exportBulletin } from '@/lib/actions/export-ranking'
import { rankingExport } from '@/lib/schemas/ranking-bulletin'
import { takeOfRanking, wishOf } from '../take'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> =>
  takeOfRanking(wishOf(request), rankingExport, exportBulletin)
