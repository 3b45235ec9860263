-- Problems, needs and tasks are told of as procedures and projects are. 问题、要素、议定事项逐级告知
ALTER TABLE "Notice" ALTER COLUMN "projectId" DROP NOT NULL,
  ADD COLUMN "issueId" UUID, ADD COLUMN "factorId" UUID, ADD COLUMN "taskId" UUID;
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_item";
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_item" CHECK (
  "itemId" = coalesce("procedureId", "issueId", "factorId", "taskId", "projectId")
  AND num_nonnulls("procedureId", "issueId", "factorId", "taskId") <= 1);
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_factorId_fkey" FOREIGN KEY ("factorId") REFERENCES "FactorNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Notice_itemId_endedOn_idx" ON "Notice"("itemId", "endedOn");
