import { privacyPage } from '@/components/public-form/other-pages'
import { atPlate, page } from '../../answer'

export const dynamic = 'force-dynamic'

/** What is done with what somebody leaves here. */
export const GET = atPlate((_, { frame }) => page(privacyPage(frame)))
