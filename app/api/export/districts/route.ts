import { exportDistricts } from '@/lib/actions/export-districts'
import { rankingExport } from '@/lib/schemas/ranking-bulletin'
import { takeOfRanking, wishOf } from '../take'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> =>
  takeOfRanking(wishOf(request), rankingExport, exportDistricts)
