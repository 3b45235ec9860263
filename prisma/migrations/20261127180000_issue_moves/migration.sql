-- Problems with their holder, their moves and what the enterprise says of them.
ALTER TYPE "IssueState" ADD VALUE 'OUTSIDE';

CREATE TYPE "IssueKind" AS ENUM ('POLICY', 'APPROVAL', 'FACTOR', 'FINANCE', 'LABOUR', 'MARKET', 'LAW', 'INFRASTRUCTURE', 'OTHER');

ALTER TABLE "Issue" ADD COLUMN "kind" "IssueKind" NOT NULL DEFAULT 'OTHER',
ADD COLUMN "supportIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN "raisedById" UUID,
ADD COLUMN "heldSince" DATE,
ADD COLUMN "tierSince" DATE,
ADD COLUMN "passed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "plannedOn" DATE,
ADD COLUMN "outcome" "IssueState",
ADD COLUMN "satisfied" BOOLEAN,
ADD COLUMN "understood" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "reopened" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "urged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "revisitOn" DATE,
ADD COLUMN "revisit" TEXT,
ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';

-- A problem that had a unit was with it since it was raised; one that was settled rests since it was closed.
UPDATE "Issue" SET
  "heldSince" = coalesce("closedOn", "raisedOn"),
  "tierSince" = "raisedOn",
  "state" = CASE WHEN "state" = 'TO_ASSIGN' AND "leadOrgId" IS NOT NULL AND "closedOn" IS NULL THEN 'IN_HAND' ELSE "state" END,
  "outcome" = CASE WHEN "state" IN ('SOLVED', 'EXPLAINED', 'UNSOLVABLE') THEN "state" END;

ALTER TABLE "Issue" ALTER COLUMN "heldSince" SET NOT NULL, ALTER COLUMN "tierSince" SET NOT NULL;

CREATE TABLE "IssueMove" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "IssueState",
    "to" "IssueState" NOT NULL,
    "tier" "IssueTier" NOT NULL,
    "unitId" UUID,
    "text" TEXT,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "dueOn" DATE,
    "plannedOn" DATE,
    "outcome" "IssueState",
    "satisfied" BOOLEAN,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "IssueMove_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "IssueMove_issueId_at_idx" ON "IssueMove"("issueId", "at");
CREATE INDEX "Issue_projectId_state_idx" ON "Issue"("projectId", "state");
CREATE INDEX "Issue_districtId_state_dueOn_idx" ON "Issue"("districtId", "state", "dueOn");
CREATE INDEX "Issue_leadOrgId_state_idx" ON "Issue"("leadOrgId", "state");
CREATE INDEX "Issue_enterpriseId_state_idx" ON "Issue"("enterpriseId", "state");
CREATE INDEX "Issue_raisedById_idx" ON "Issue"("raisedById");
CREATE INDEX "Issue_supportIds_idx" ON "Issue" USING GIN ("supportIds");
CREATE INDEX "Issue_searchText_idx" ON "Issue" USING GIN ("searchText" gin_trgm_ops);

ALTER TABLE "Issue" ADD CONSTRAINT "Issue_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "IssueMove" ADD CONSTRAINT "IssueMove_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "IssueMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
