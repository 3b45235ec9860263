-- A need is corrected until it is checked, and one that was turned down is put in again. 更正与重新提交融资需求
ALTER TYPE "FinancingMoveKind" ADD VALUE 'AMEND';
ALTER TYPE "FinancingMoveKind" ADD VALUE 'UNDO';
ALTER TABLE "FinancingNeed" ADD COLUMN "resubmittedOn" DATE, ADD COLUMN "upgradeId" UUID;
ALTER TABLE "FinancingMove" ADD COLUMN "changes" JSONB, ADD COLUMN "undo" JSONB,
  ADD COLUMN "undid" "FinancingMoveKind";
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_resubmitted" CHECK ("resubmittedOn" >= "filedOn");

-- What an upgrade is to be paid from, and what a need is for. 三化改造的融资需求
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_upgradeId_fkey" FOREIGN KEY ("upgradeId") REFERENCES "UpgradeProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "FinancingNeed_upgradeId_idx" ON "FinancingNeed"("upgradeId");

-- The word of an enterprise that has no account: a paper it signed. 纸质授权书
ALTER TABLE "FinancingConsent" ADD COLUMN "signedOn" DATE, ADD COLUMN "paperName" TEXT, ADD COLUMN "paperType" TEXT,
  ADD COLUMN "paperHash" CHAR(64);
ALTER TABLE "FinancingConsent" ADD CONSTRAINT "FinancingConsent_paper" CHECK (
  num_nonnulls("signedOn", "paperName", "paperType", "paperHash") IN (0, 4) AND "signedOn" <= "fromOn");
ALTER TABLE "FinancingConsent" ADD CONSTRAINT "FinancingConsent_paperHash_fkey" FOREIGN KEY ("paperHash") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "FinancingConsent_paperHash_idx" ON "FinancingConsent"("paperHash");

-- What a bank owes a need is told of, one item for each bank; whatever else is told of keeps its rule. 银行超期逐级告知
ALTER TABLE "Notice" ADD COLUMN "financingId" UUID;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_financingId_fkey" FOREIGN KEY ("financingId") REFERENCES "FinancingNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DO $$
DECLARE rule TEXT;
BEGIN
  SELECT regexp_replace(pg_get_constraintdef(oid), '^CHECK ', '') INTO STRICT rule
    FROM pg_constraint WHERE conname = 'Notice_item' AND conrelid = '"Notice"'::regclass;
  ALTER TABLE "Notice" DROP CONSTRAINT "Notice_item";
  EXECUTE format('ALTER TABLE "Notice" ADD CONSTRAINT "Notice_item" CHECK ("financingId" IS NOT NULL OR %s)', rule);
END $$;

-- Two rows of the register that both had a pack of one batch had two packs. 合并企业后的大礼包
ALTER TABLE "GiftPack" ADD COLUMN "again" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX "GiftPack_once";
CREATE UNIQUE INDEX "GiftPack_once" ON "GiftPack"("batchId", "enterpriseId") WHERE "returnedOn" IS NULL AND NOT "again";
