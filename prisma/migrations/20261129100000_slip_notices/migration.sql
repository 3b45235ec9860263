-- What a slip of the commission asks of somebody he is told in the bell; whatever else is told of keeps its rule. 督办单告知
ALTER TABLE "Notice" ADD COLUMN "supervisionId" UUID;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_supervisionId_fkey" FOREIGN KEY ("supervisionId") REFERENCES "SupervisionSlip"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DO $$
DECLARE rule TEXT;
BEGIN
  SELECT regexp_replace(pg_get_constraintdef(oid), '^CHECK ', '') INTO STRICT rule
    FROM pg_constraint WHERE conname = 'Notice_item' AND conrelid = '"Notice"'::regclass;
  ALTER TABLE "Notice" DROP CONSTRAINT "Notice_item";
  EXECUTE format('ALTER TABLE "Notice" ADD CONSTRAINT "Notice_item" CHECK (CASE WHEN "supervisionId" IS NULL THEN %s
    ELSE "itemId" = "supervisionId"
      AND num_nonnulls("projectId", "procedureId", "issueId", "factorId", "taskId", "complaintId", "financingId") = 0 END)', rule);
END $$;
CREATE INDEX "Notice_supervisionId_idx" ON "Notice"("supervisionId") WHERE "supervisionId" IS NOT NULL;
