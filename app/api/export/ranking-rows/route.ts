import { exportRankingRows } from '@/lib/actions/export-ranking'
import { rankingRowsExport } from '@/lib/schemas/ranking-bulletin'
import { takeOfRanking, wishOf } from '../take'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> =>
  takeOfRanking(wishOf(request), rankingRowsExport, exportRankingRows)
