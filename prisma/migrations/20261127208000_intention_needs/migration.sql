-- The need of a firm that an intention signed at an event is about.
ALTER TABLE "EventIntention" ADD COLUMN "needId" UUID;
CREATE INDEX "EventIntention_needId_idx" ON "EventIntention"("needId");
ALTER TABLE "EventIntention" ADD CONSTRAINT "EventIntention_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FinancingNeed"("id") ON DELETE SET NULL ON UPDATE CASCADE;
