-- AlterTable
ALTER TABLE "Procedure" ADD COLUMN     "dueOn" DATE;

-- CreateIndex
CREATE INDEX "Procedure_districtId_finishedOn_idx" ON "Procedure"("districtId", "finishedOn");

-- CreateIndex
CREATE INDEX "ProcedureEvent_actorId_recordedOn_idx" ON "ProcedureEvent"("actorId", "recordedOn");

-- Queues by remaining days: only what has not ended, so that a district's history does not lie in the way.
CREATE INDEX "Procedure_queue" ON "Procedure" ("districtId", "dueOn") WHERE "finishedOn" IS NULL;

-- Rows evaluated before the column existed get their due day with the next reading.
UPDATE "Procedure" SET "nextLevelOn" = DATE '2000-01-01'
  WHERE "state" IN ('READY', 'RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL', 'WITHDRAWN', 'DONE', 'DONE_TOL');
