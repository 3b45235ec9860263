import { fillSearchTexts } from '@/lib/data/search-texts'
import type { Job } from './job'

/** Makes everything findable by its pinyin: at the first start on an older database, and once a day for what slipped by. */
export const fillSearchJob: Job = {
  name: 'fill-search',
  cron: '50 0 * * *',
  periods: async (today) => [today],
  run: fillSearchTexts,
}
