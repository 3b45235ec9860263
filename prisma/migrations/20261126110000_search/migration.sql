-- CreateIndex
CREATE INDEX "Project_contactId_idx" ON "Project"("contactId");

-- A certificate is looked for by the digits of its number; most procedures have none.
CREATE INDEX "Procedure_certificate" ON "Procedure" USING GIN ("certificateNo" gin_trgm_ops) WHERE "certificateNo" IS NOT NULL;
