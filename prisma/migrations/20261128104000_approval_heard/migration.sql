-- Whoever asked for an approval is told in the bell what became of it; what was decided before is no news. 审批结果
ALTER TABLE "Approval" ADD COLUMN "heardAt" TIMESTAMPTZ(3);
UPDATE "Approval" SET "heardAt" = CURRENT_TIMESTAMP WHERE "state" IN ('APPROVED', 'REFUSED');
CREATE INDEX "Approval_askedById_heardAt_idx" ON "Approval"("askedById", "heardAt");
