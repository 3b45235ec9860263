import type { Translator } from '@/lib/i18n/translator'

/** A plain form: the file goes straight to the server, with or without a script. */
export function UploadForm({ formKey, t }: { formKey: string; t: Translator }) {
  return (
    <form
      action="/api/files/imports"
      method="post"
      encType="multipart/form-data"
      aria-label={t('imports.upload')}
      className="mt-4 flex flex-wrap items-end gap-3 border-y border-divider py-4"
    >
      <input type="hidden" name="formKey" value={formKey} />
      <div className="w-full sm:w-[420px]">
        <label htmlFor="file" className="mb-1 block font-semibold">
          {t('imports.file')}
          <span className="ml-2 font-normal text-ink-3">{t('imports.fileHint')}</span>
        </label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
          className="field h-auto! py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-subtle file:px-2 file:py-0.5 file:text-ink max-sm:min-h-11 max-sm:py-2"
        />
      </div>
      <button type="submit" className="btn btn-primary">
        {t('imports.send')}
      </button>
    </form>
  )
}
