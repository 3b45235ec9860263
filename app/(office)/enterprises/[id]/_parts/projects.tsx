import { EnterprisePart } from '@/components/enterprise/part'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { PART_ROWS, projectsOfEnterprise } from '@/lib/data/enterprise-parts'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function ProjectsPart({ actor, enterprise, locale }: About) {
  const t = translator(locale)
  const { rows, total } = await projectsOfEnterprise(actor, enterprise.id)
  return (
    <EnterprisePart
      title={t('enterprise.part.projects')}
      total={total}
      all={total > PART_ROWS ? `/search?enterprise=${enterprise.id}` : null}
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link
              href={`/projects/${row.id}`}
              lang={languageOf(row.name, locale)}
              className="font-semibold hover:text-link max-sm:py-2"
            >
              {row.name}
            </Link>
            <span className="text-sm text-ink-2">{t(`project.stage.${row.stage}`)}</span>
            {row.steward && <span className="text-sm text-ink-2">{t('search.steward', { name: row.steward })}</span>}
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
