-- Photos beside what a walk found: they lie with no project.
ALTER TABLE "Attachment" ALTER COLUMN "projectId" DROP NOT NULL;
ALTER TABLE "Attachment" ADD COLUMN "findingId" UUID;
ALTER TABLE "Attachment" DROP CONSTRAINT "Attachment_one_place";
ALTER TABLE "Attachment"
  ADD CONSTRAINT "Attachment_one_place" CHECK (num_nonnulls("procedureId", "issueId", "findingId") <= 1),
  ADD CONSTRAINT "Attachment_project" CHECK (("projectId" IS NULL) = ("findingId" IS NOT NULL));
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "WalkFinding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Attachment_findingId_idx" ON "Attachment"("findingId");
