CREATE TYPE "ApprovalKind" AS ENUM ('EXTEND', 'NOT_APPLICABLE', 'REINSTATE', 'PLAN', 'MILESTONE', 'STAGE');
CREATE TYPE "ApprovalState" AS ENUM ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "milestoneId" UUID,
    "kind" "ApprovalKind" NOT NULL,
    "was" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "rowVersion" INTEGER NOT NULL,
    "onBehalf" BOOLEAN NOT NULL DEFAULT false,
    "askedById" UUID NOT NULL,
    "askedOn" DATE NOT NULL,
    "approverId" UUID NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'PENDING',
    "decidedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Approval_row" CHECK (CASE "kind"
      WHEN 'STAGE' THEN "procedureId" IS NULL AND "milestoneId" IS NULL
      WHEN 'MILESTONE' THEN "procedureId" IS NULL AND "milestoneId" IS NOT NULL
      ELSE "procedureId" IS NOT NULL AND "milestoneId" IS NULL END),
    CONSTRAINT "Approval_decided" CHECK (("state" IN ('APPROVED', 'REFUSED')) = ("decidedById" IS NOT NULL))
);
CREATE INDEX "Approval_approverId_state_idx" ON "Approval"("approverId", "state");
CREATE INDEX "Approval_projectId_state_idx" ON "Approval"("projectId", "state");
CREATE INDEX "Approval_procedureId_state_idx" ON "Approval"("procedureId", "state");
CREATE INDEX "Approval_districtId_state_createdAt_idx" ON "Approval"("districtId", "state", "createdAt");
-- The same thing is asked once at a time.
CREATE UNIQUE INDEX "Approval_one_of_procedure" ON "Approval"("procedureId", "kind") WHERE "state" = 'PENDING' AND "procedureId" IS NOT NULL;
CREATE UNIQUE INDEX "Approval_one_of_milestone" ON "Approval"("milestoneId") WHERE "state" = 'PENDING' AND "milestoneId" IS NOT NULL;
CREATE UNIQUE INDEX "Approval_one_of_stage" ON "Approval"("projectId") WHERE "state" = 'PENDING' AND "kind" = 'STAGE';

CREATE TABLE "ApprovalStep" (
    "id" UUID NOT NULL,
    "approvalId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "ApprovalStep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ApprovalStep_approvalId_at_idx" ON "ApprovalStep"("approvalId", "at");

-- The office saw an approval that somebody without an account gave on paper 代录.
ALTER TABLE "PlanChange" ADD COLUMN "onBehalf" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Approval" ADD CONSTRAINT "Approval_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ApprovalStep" ADD CONSTRAINT "ApprovalStep_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "ApprovalStep" FOR EACH ROW EXECUTE FUNCTION history_append_only();
