import { Choice } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { setDisplay } from '@/lib/actions/account'
import type { Translator } from '@/lib/i18n/translator'
import { TEXT_SIZES } from '@/lib/schemas/account'

/** Language, theme and text size of the account; they hold on every device. */
export const DisplayForm = ({
  locale,
  theme,
  textSize,
  formKey,
  t,
}: {
  locale: string
  theme: string
  textSize: number
  formKey: string
  t: Translator
}) => (
  <Form action={setDisplay} formKey={formKey} label={t('me.display')} className="max-w-[560px]">
    <div className="mb-3 grid grid-cols-1 gap-3 sm:grid-cols-3">
      <Choice
        name="textSize"
        label={t('me.textSize')}
        initial={String(textSize)}
        options={TEXT_SIZES.map((size) => ({
          value: String(size),
          label: t(`me.size.${String(size) as '100' | '125' | '150'}`),
        }))}
      />
      <Choice
        name="theme"
        label={t('me.theme')}
        initial={theme === 'dark' ? 'dark' : 'light'}
        options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`me.${value}`) }))}
      />
      <Choice
        name="locale"
        label={t('me.language')}
        initial={locale}
        options={[
          { value: 'zh-CN', label: '简体中文' },
          { value: 'en', label: 'English' },
        ]}
      />
    </div>
    <Submit quiet>{t('form.save')}</Submit>
  </Form>
)
