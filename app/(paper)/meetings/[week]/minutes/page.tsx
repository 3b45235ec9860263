import { pageTitle } from '@/lib/auth/page-title'
import { paperPage } from '../paper-page'

export const generateMetadata = pageTitle('papers.title.MINUTES')

export default paperPage('MINUTES')
