-- DropIndex
DROP INDEX "Procedure_districtId_finishedOn_idx";

-- CreateIndex
CREATE INDEX "Procedure_districtId_finishedOn_id_idx" ON "Procedure"("districtId", "finishedOn", "id");

-- The whole order of a queue, and its states beside it: what is overdue to be filed is passed over in the index alone.
DROP INDEX "Procedure_queue";
CREATE INDEX "Procedure_queue" ON "Procedure" ("districtId", "dueOn", "id", "state") WHERE "finishedOn" IS NULL;
