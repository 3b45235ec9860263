-- What is checked with the log: whether the slips of the commission are what it says of them. 核对督办记录
ALTER TABLE "AuditCheck" ADD COLUMN "slipCount" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "slips" JSONB NOT NULL DEFAULT '[]';
