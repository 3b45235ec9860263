import type { ProjectReason } from '@/lib/domain/project-level'
import { reasonText } from './reason-text'

/** A reason as a paper of the district says it: `施工许可证承诺超期5工作日`. Papers are Chinese whoever reads them. */
export const paperReason = (reason: ProjectReason, item: string | null): string =>
  `${item ?? ''}${reasonText(reason, 'zh-CN')}`
