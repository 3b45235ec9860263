-- CreateEnum
CREATE TYPE "AdminChangeKind" AS ENUM ('ACCOUNT_CREATE', 'ACCOUNT_ENABLE', 'ACCOUNT_RESET_PASSWORD', 'ACCOUNT_MOVE', 'ORG_CREATE', 'ORG_EDIT', 'ORG_DISSOLVE');

-- CreateEnum
CREATE TYPE "AdminChangeState" AS ENUM ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('REMINDER', 'INSTRUCTION');

-- AlterTable
ALTER TABLE "Enterprise" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Org" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "textSize" INTEGER NOT NULL DEFAULT 100;

-- CreateTable
CREATE TABLE "AdminChange" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "kind" "AdminChangeKind" NOT NULL,
    "subjectId" UUID,
    "detail" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "AdminChangeState" NOT NULL DEFAULT 'PROPOSED',
    "answer" TEXT,
    "proposedBy" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AdminChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "sha256" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fileHash" CHAR(64) NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "removedBy" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" CHAR(64) NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerExport" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "base" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerExport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "kind" "ReminderKind" NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "fromId" UUID NOT NULL,
    "toId" UUID,
    "toOrgId" UUID,
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TableSetting" (
    "userId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT[],
    "density" TEXT NOT NULL DEFAULT 'compact',

    CONSTRAINT "TableSetting_pkey" PRIMARY KEY ("userId","list")
);

-- CreateIndex
CREATE INDEX "AdminChange_districtId_state_proposedAt_idx" ON "AdminChange"("districtId", "state", "proposedAt");

-- CreateIndex
CREATE INDEX "Attachment_projectId_addedAt_idx" ON "Attachment"("projectId", "addedAt");

-- CreateIndex
CREATE INDEX "Attachment_procedureId_idx" ON "Attachment"("procedureId");

-- CreateIndex
CREATE INDEX "ImportDraft_actorId_createdAt_idx" ON "ImportDraft"("actorId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportDraft_createdAt_idx" ON "ImportDraft"("createdAt");

-- CreateIndex
CREATE INDEX "LedgerExport_districtId_at_idx" ON "LedgerExport"("districtId", "at");

-- CreateIndex
CREATE INDEX "Reminder_toId_answeredAt_idx" ON "Reminder"("toId", "answeredAt");

-- CreateIndex
CREATE INDEX "Reminder_toOrgId_answeredAt_idx" ON "Reminder"("toOrgId", "answeredAt");

-- CreateIndex
CREATE INDEX "Reminder_fromId_at_idx" ON "Reminder"("fromId", "at");

-- CreateIndex
CREATE INDEX "Reminder_projectId_at_idx" ON "Reminder"("projectId", "at");

-- CreateIndex
CREATE INDEX "SavedView_districtId_list_shared_idx" ON "SavedView"("districtId", "list", "shared");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_ownerId_list_name_key" ON "SavedView"("ownerId", "list", "name");

-- CreateIndex
CREATE INDEX "Enterprise_searchText_idx" ON "Enterprise" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Org_searchText_idx" ON "Org" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Person_searchText_idx" ON "Person" USING GIN ("searchText" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "AdminChange" ADD CONSTRAINT "AdminChange_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_fileHash_fkey" FOREIGN KEY ("fileHash") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_fileHash_fkey" FOREIGN KEY ("fileHash") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerExport" ADD CONSTRAINT "LedgerExport_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_toOrgId_fkey" FOREIGN KEY ("toOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TableSetting" ADD CONSTRAINT "TableSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules no form may get around.
ALTER TABLE "User" ADD CONSTRAINT "User_textSize_check" CHECK ("textSize" IN (100, 125, 150));
-- Whoever proposes does not decide. 三员分立
ALTER TABLE "AdminChange" ADD CONSTRAINT "AdminChange_two_people_check" CHECK ("decidedBy" IS NULL OR "decidedBy" <> "proposedBy" OR "state" = 'WITHDRAWN');
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_receiver_check" CHECK (num_nonnulls("toId", "toOrgId") = 1);
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_size_check" CHECK ("size" = octet_length("bytes"));
ALTER TABLE "TableSetting" ADD CONSTRAINT "TableSetting_density_check" CHECK ("density" IN ('compact', 'normal', 'roomy'));
