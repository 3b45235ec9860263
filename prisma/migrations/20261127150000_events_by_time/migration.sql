-- What happened in a week, for its brief: at 10,000 projects the events of one week without reading them all.
-- CreateIndex
CREATE INDEX "ProcedureEvent_at_idx" ON "ProcedureEvent"("at");
