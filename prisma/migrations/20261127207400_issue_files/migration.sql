-- Documents beside a problem, as beside a procedure; never compulsory. 问题附件
ALTER TABLE "Attachment" ADD COLUMN "issueId" UUID;
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_one_place" CHECK (num_nonnulls("procedureId", "issueId") <= 1);
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Attachment_issueId_idx" ON "Attachment"("issueId");
