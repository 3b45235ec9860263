-- AlterTable
ALTER TABLE "CatalogVersion" ADD COLUMN     "draftedById" UUID,
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "effectiveOn" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CatalogEdit" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CatalogEdit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CatalogEdit_versionId_code_at_idx" ON "CatalogEdit"("versionId", "code", "at");

-- AddForeignKey
ALTER TABLE "CatalogEdit" ADD CONSTRAINT "CatalogEdit_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A district prepares one version at a time.
CREATE UNIQUE INDEX "CatalogVersion_one_draft" ON "CatalogVersion" ("districtId") WHERE "effectiveOn" IS NULL;
