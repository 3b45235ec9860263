-- Parameters of the colour rules are tried out on the facts there are, proposed by one and approved by another.
CREATE TYPE "TrialState" AS ENUM ('RUNNING', 'DONE', 'FAILED');
CREATE TYPE "RulesProposalState" AS ENUM ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE TABLE "RulesTrial" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "params" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "on" DATE NOT NULL,
    "state" "TrialState" NOT NULL DEFAULT 'RUNNING',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RulesTrial_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RulesTrial_districtId_personId_idx" ON "RulesTrial"("districtId", "personId");

CREATE TABLE "RulesTrialLine" (
    "trialId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "from" "Level" NOT NULL,
    "to" "Level" NOT NULL,
    "reason" JSONB,

    CONSTRAINT "RulesTrialLine_pkey" PRIMARY KEY ("trialId", "nth"),
    CONSTRAINT "RulesTrialLine_turned" CHECK ("from" <> "to")
);

CREATE TABLE "RulesProposal" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "trialId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "state" "RulesProposalState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "rulesNumber" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RulesProposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RulesProposal_two" CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById")
);
CREATE UNIQUE INDEX "RulesProposal_trialId_key" ON "RulesProposal"("trialId");
CREATE INDEX "RulesProposal_districtId_state_idx" ON "RulesProposal"("districtId", "state");
-- One waits at a time.
CREATE UNIQUE INDEX "RulesProposal_waiting" ON "RulesProposal"("districtId") WHERE "state" = 'PROPOSED';

ALTER TABLE "RulesTrial" ADD CONSTRAINT "RulesTrial_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesTrial" ADD CONSTRAINT "RulesTrial_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesTrialLine" ADD CONSTRAINT "RulesTrialLine_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "RulesTrial"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RulesProposal" ADD CONSTRAINT "RulesProposal_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesProposal" ADD CONSTRAINT "RulesProposal_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "RulesTrial"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesProposal" ADD CONSTRAINT "RulesProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesProposal" ADD CONSTRAINT "RulesProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
