-- A removed attachment keeps its line with the reason; its bytes go after a while, and the line stays.
ALTER TABLE "Attachment" ADD COLUMN "removedReason" TEXT,
ALTER COLUMN "fileHash" DROP NOT NULL;

ALTER TABLE "Attachment" DROP CONSTRAINT "Attachment_fileHash_fkey";
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_fileHash_fkey" FOREIGN KEY ("fileHash") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Attachment"
  ADD CONSTRAINT "Attachment_removal_check"
    CHECK (("removedAt" IS NULL) = ("removedBy" IS NULL) AND ("removedAt" IS NULL) = ("removedReason" IS NULL)),
  ADD CONSTRAINT "Attachment_file_check" CHECK ("fileHash" IS NOT NULL OR "removedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Attachment_fileHash_idx" ON "Attachment"("fileHash");
CREATE INDEX "ImportDraft_fileHash_idx" ON "ImportDraft"("fileHash");
