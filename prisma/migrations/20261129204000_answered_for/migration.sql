-- Who wrote a firm's answer down for it; null where the firm answered itself.
ALTER TABLE "EventGuest" ADD COLUMN "recordedById" UUID;
ALTER TABLE "EventGuest" ADD CONSTRAINT "EventGuest_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "EventGuest_recordedById_idx" ON "EventGuest"("recordedById");
