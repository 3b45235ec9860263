-- 要素保障: what a project needs besides permits, who has to provide it, and what is missing of it.
CREATE TYPE "FactorKind" AS ENUM ('LAND', 'ENERGY', 'ENVIRONMENT', 'WATER', 'POWER', 'GAS', 'HEAT', 'TELECOM', 'ROADS', 'CLEARANCE', 'FUNDS', 'WORKERS', 'TALENT', 'COMPUTING', 'OTHER');
CREATE TYPE "FactorState" AS ENUM ('TO_CHECK', 'CONFIRMED', 'IN_HAND', 'MET', 'UNMET', 'REVOKED');
CREATE TYPE "FactorMoveKind" AS ENUM ('RAISE', 'CONFIRM', 'COMMIT', 'PROVIDE', 'FAIL', 'REVOKE');

CREATE TABLE "FactorNeed" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "FactorKind" NOT NULL,
    "quantity" DECIMAL(18,4) NOT NULL,
    "unit" TEXT NOT NULL,
    "provided" DECIMAL(18,4) NOT NULL DEFAULT 0,
    "needBy" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "leadId" UUID,
    "state" "FactorState" NOT NULL DEFAULT 'TO_CHECK',
    "committedOn" DATE,
    "alternative" TEXT,
    "raisedOn" DATE NOT NULL,
    "raisedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactorNeed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FactorNeed_amounts" CHECK ("quantity" > 0 AND "provided" >= 0),
    -- Met is what nothing is missing of, and nothing else; what is revoked may have been either.
    CONSTRAINT "FactorNeed_met" CHECK ("state" = 'REVOKED' OR ("state" = 'MET') = ("provided" >= "quantity")),
    -- Whatever has been confirmed has somebody who provides it; what cannot be met says what is done instead.
    CONSTRAINT "FactorNeed_lead" CHECK ("state" IN ('TO_CHECK', 'REVOKED') OR "leadId" IS NOT NULL),
    CONSTRAINT "FactorNeed_alternative" CHECK ("state" <> 'UNMET' OR "alternative" IS NOT NULL)
);
CREATE INDEX "FactorNeed_projectId_state_idx" ON "FactorNeed"("projectId", "state");
CREATE INDEX "FactorNeed_districtId_state_needBy_idx" ON "FactorNeed"("districtId", "state", "needBy");
CREATE INDEX "FactorNeed_leadId_state_idx" ON "FactorNeed"("leadId", "state");

CREATE TABLE "FactorMove" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "kind" "FactorMoveKind" NOT NULL,
    "from" "FactorState",
    "to" "FactorState" NOT NULL,
    "provided" DECIMAL(18,4),
    "committedOn" DATE,
    "leadId" UUID,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "FactorMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FactorMove_needId_at_idx" ON "FactorMove"("needId", "at");

-- 正当理由豁免: a dimension left out of a project's colour for at most 30 days, renewable once.
CREATE TYPE "WaiverDimension" AS ENUM ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9');
CREATE TYPE "WaiverReason" AS ENUM ('FORCE_MAJEURE', 'POLICY', 'ENTERPRISE', 'ARCHAEOLOGY', 'AIR', 'WINTER_ROADS', 'COURT');
CREATE TYPE "WaiverState" AS ENUM ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE TABLE "Waiver" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "dimension" "WaiverDimension" NOT NULL,
    "reason" "WaiverReason" NOT NULL,
    "text" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "state" "WaiverState" NOT NULL DEFAULT 'PROPOSED',
    "renewals" INTEGER NOT NULL DEFAULT 0,
    "proposedOn" DATE NOT NULL,
    "proposedById" UUID NOT NULL,
    "decidedById" UUID,
    "askedUntilOn" DATE,
    "askedById" UUID,
    "endedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id"),
    -- At most 30 days, and once as many more (four-colours §5).
    CONSTRAINT "Waiver_days" CHECK ("fromOn" <= "untilOn" AND "renewals" BETWEEN 0 AND 1
      AND "untilOn" - "fromOn" <= 30 * (1 + "renewals")),
    -- Nobody decides what he proposed.
    CONSTRAINT "Waiver_decided" CHECK (
      ("state" IN ('APPROVED', 'REFUSED')) = ("decidedById" IS NOT NULL) AND ("decidedById" IS DISTINCT FROM "proposedById")
    ),
    CONSTRAINT "Waiver_asked" CHECK (("askedUntilOn" IS NULL) = ("askedById" IS NULL)
      AND ("askedUntilOn" IS NULL OR "state" = 'APPROVED'))
);
CREATE INDEX "Waiver_projectId_state_untilOn_idx" ON "Waiver"("projectId", "state", "untilOn");
CREATE INDEX "Waiver_districtId_state_untilOn_idx" ON "Waiver"("districtId", "state", "untilOn");

CREATE TABLE "WaiverStep" (
    "id" UUID NOT NULL,
    "waiverId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "untilOn" DATE,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "WaiverStep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WaiverStep_waiverId_at_idx" ON "WaiverStep"("waiverId", "at");

ALTER TABLE "FactorNeed" ADD CONSTRAINT "FactorNeed_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FactorNeed" ADD CONSTRAINT "FactorNeed_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FactorNeed" ADD CONSTRAINT "FactorNeed_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FactorNeed" ADD CONSTRAINT "FactorNeed_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FactorMove" ADD CONSTRAINT "FactorMove_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FactorNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WaiverStep" ADD CONSTRAINT "WaiverStep_waiverId_fkey" FOREIGN KEY ("waiverId") REFERENCES "Waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "FactorMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "WaiverStep" FOR EACH ROW EXECUTE FUNCTION history_append_only();
