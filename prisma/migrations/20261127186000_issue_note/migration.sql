-- What an office notes beside a problem in its ledger 备注.
ALTER TABLE "Issue" ADD COLUMN "note" TEXT;
