-- CreateIndex
CREATE INDEX "AuditEntry_districtId_at_idx" ON "AuditEntry"("districtId", "at");
