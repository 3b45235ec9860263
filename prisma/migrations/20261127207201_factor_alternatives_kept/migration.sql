ALTER TABLE "FactorNeed" ADD COLUMN "failedOn" DATE, ADD COLUMN "settledOn" DATE;
UPDATE "FactorNeed" n SET "failedOn" = coalesce(
    (SELECT max(m."on") FROM "FactorMove" m WHERE m."needId" = n.id AND m.kind = 'FAIL'), n."needBy")
  WHERE n.state = 'UNMET';
ALTER TABLE "FactorNeed" ADD CONSTRAINT "FactorNeed_failed" CHECK (("state" = 'UNMET') = ("failedOn" IS NOT NULL)),
  ADD CONSTRAINT "FactorNeed_settled" CHECK ("settledOn" IS NULL OR "state" = 'UNMET');
-- Their projects are looked at anew: nobody has accepted an alternative yet.
UPDATE "Project" SET "evaluatedOn" = NULL WHERE id IN (SELECT "projectId" FROM "FactorNeed" WHERE "state" = 'UNMET');
