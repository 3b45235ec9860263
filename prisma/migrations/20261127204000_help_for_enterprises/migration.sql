-- 万人助万企: visits that disturb nobody, and credit banks mean to give.
CREATE TYPE "VisitState" AS ENUM ('PLANNED', 'MERGED', 'REFUSED', 'HELD', 'DROPPED');

CREATE TABLE "VisitPlan" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" "VisitState" NOT NULL DEFAULT 'PLANNED',
    "intoId" UUID,
    "word" TEXT,
    "decision" TEXT,
    "issueId" UUID,
    "plannedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VisitPlan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "VisitPlan_into" CHECK (("state" = 'MERGED') = ("intoId" IS NOT NULL) AND "intoId" IS DISTINCT FROM "id"),
    -- A visit is kept for what came of it: a problem or a decision (other-mechanisms §2).
    CONSTRAINT "VisitPlan_result" CHECK ("state" <> 'HELD' OR "decision" IS NOT NULL OR "issueId" IS NOT NULL)
);
CREATE UNIQUE INDEX "VisitPlan_issueId_key" ON "VisitPlan"("issueId");
CREATE INDEX "VisitPlan_districtId_state_on_idx" ON "VisitPlan"("districtId", "state", "on");
CREATE INDEX "VisitPlan_enterpriseId_on_idx" ON "VisitPlan"("enterpriseId", "on");
CREATE INDEX "VisitPlan_unitId_on_idx" ON "VisitPlan"("unitId", "on");
CREATE INDEX "VisitPlan_intoId_idx" ON "VisitPlan"("intoId");

CREATE TABLE "VisitMove" (
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to" "VisitState" NOT NULL,
    "text" TEXT,
    "dayOn" DATE,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "VisitMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "VisitMove_visitId_at_idx" ON "VisitMove"("visitId", "at");

CREATE TABLE "IntendedCredit" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "bankId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "on" DATE NOT NULL,
    "occasion" TEXT NOT NULL,
    "withdrawnOn" DATE,
    "withdrawnWhy" TEXT,
    "recordedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IntendedCredit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "IntendedCredit_amount" CHECK ("amountFen" > 0),
    CONSTRAINT "IntendedCredit_withdrawn" CHECK (("withdrawnOn" IS NULL) = ("withdrawnWhy" IS NULL))
);
CREATE INDEX "IntendedCredit_districtId_on_idx" ON "IntendedCredit"("districtId", "on");
CREATE INDEX "IntendedCredit_enterpriseId_idx" ON "IntendedCredit"("enterpriseId");
CREATE INDEX "IntendedCredit_bankId_idx" ON "IntendedCredit"("bankId");

-- 民间投资推介: projects offered to private capital; intended, signed and paid in never share a column.
CREATE TYPE "PromotionList" AS ENUM ('MAJOR', 'INDUSTRY', 'CONCESSION', 'OTHER');
CREATE TYPE "PromotionLevel" AS ENUM ('NATION', 'PROVINCE', 'CITY');
CREATE TYPE "PromotionMode" AS ENUM ('EQUITY', 'CONCESSION', 'COOPERATION', 'ACQUISITION');
CREATE TYPE "PromotionState" AS ENUM ('PROPOSED', 'REPORTED', 'LISTED', 'INTERESTED', 'SIGNED', 'PAID', 'WITHDRAWN');

CREATE TABLE "Promotion" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "list" "PromotionList" NOT NULL,
    "level" "PromotionLevel" NOT NULL,
    "mode" "PromotionMode" NOT NULL,
    "totalFen" BIGINT,
    "soughtFen" BIGINT,
    "returns" TEXT,
    "contact" TEXT,
    "state" "PromotionState" NOT NULL DEFAULT 'PROPOSED',
    "proposedOn" DATE NOT NULL,
    "pushedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Promotion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Promotion_sought" CHECK ("soughtFen" IS NULL OR "totalFen" IS NULL OR "soughtFen" <= "totalFen"),
    CONSTRAINT "Promotion_pushed" CHECK ("state" IN ('PROPOSED', 'REPORTED', 'WITHDRAWN') OR "pushedOn" IS NOT NULL)
);
-- A project is offered once at a time.
CREATE UNIQUE INDEX "Promotion_live" ON "Promotion"("projectId") WHERE "state" <> 'WITHDRAWN';
CREATE INDEX "Promotion_districtId_state_idx" ON "Promotion"("districtId", "state");
CREATE INDEX "Promotion_projectId_idx" ON "Promotion"("projectId");

CREATE TABLE "PromotionParty" (
    "id" UUID NOT NULL,
    "promotionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "intendedFen" BIGINT,
    "signedFen" BIGINT,
    "signedOn" DATE,
    "paidFen" BIGINT,
    "paidOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PromotionParty_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PromotionParty_days" CHECK (("signedFen" IS NULL) = ("signedOn" IS NULL) AND ("paidFen" IS NULL) = ("paidOn" IS NULL)),
    -- Nobody pays in what he has not signed for.
    CONSTRAINT "PromotionParty_paid" CHECK ("paidFen" IS NULL OR ("signedFen" IS NOT NULL AND "paidFen" <= "signedFen"))
);
CREATE UNIQUE INDEX "PromotionParty_promotionId_name_key" ON "PromotionParty"("promotionId", "name");

CREATE TABLE "PromotionPush" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "level" "PromotionLevel" NOT NULL,
    "platform" TEXT NOT NULL,
    "statedFen" BIGINT NOT NULL,
    "note" TEXT,
    "pushedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PromotionPush_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PromotionPush_stated" CHECK ("statedFen" > 0)
);
CREATE INDEX "PromotionPush_districtId_on_idx" ON "PromotionPush"("districtId", "on");

CREATE TABLE "PromotionPushItem" (
    "pushId" UUID NOT NULL,
    "promotionId" UUID NOT NULL,

    CONSTRAINT "PromotionPushItem_pkey" PRIMARY KEY ("pushId", "promotionId")
);
CREATE INDEX "PromotionPushItem_promotionId_idx" ON "PromotionPushItem"("promotionId");

CREATE TABLE "PromotionMove" (
    "id" UUID NOT NULL,
    "promotionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to" "PromotionState" NOT NULL,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "PromotionMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PromotionMove_promotionId_at_idx" ON "PromotionMove"("promotionId", "at");

-- 三化改造: upgrades of enterprises, and the subsidies there are for them as data.
CREATE TYPE "UpgradeKind" AS ENUM ('PREMIUM', 'SMART', 'GREEN');
CREATE TYPE "UpgradeState" AS ENUM ('RESERVE', 'DIAGNOSED', 'FILED', 'UNDER_WAY', 'ACCEPTED', 'PAID', 'WITHDRAWN');
CREATE TYPE "UpgradeBasis" AS ENUM ('EQUIPMENT', 'TOTAL');

CREATE TABLE "UpgradePolicy" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "basis" "UpgradeBasis" NOT NULL,
    "rateBp" INTEGER NOT NULL,
    "capFen" BIGINT,
    "leastFen" BIGINT,
    "kinds" "UpgradeKind"[],
    "conditions" TEXT NOT NULL,
    "certain" BOOLEAN NOT NULL DEFAULT false,
    "writtenById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UpgradePolicy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "UpgradePolicy_amounts" CHECK ("rateBp" BETWEEN 1 AND 10000 AND ("capFen" IS NULL OR "capFen" > 0)
      AND ("leastFen" IS NULL OR "leastFen" >= 0)),
    CONSTRAINT "UpgradePolicy_days" CHECK ("validTo" IS NULL OR "validFrom" <= "validTo")
);
CREATE UNIQUE INDEX "UpgradePolicy_districtId_code_number_key" ON "UpgradePolicy"("districtId", "code", "number");

CREATE TABLE "UpgradeProject" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "projectId" UUID,
    "name" TEXT NOT NULL,
    "kinds" "UpgradeKind"[],
    "content" TEXT NOT NULL,
    "equipmentFen" BIGINT NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "startOn" DATE,
    "endOn" DATE,
    "energyBefore" DECIMAL(18,4),
    "energyAfter" DECIMAL(18,4),
    "state" "UpgradeState" NOT NULL DEFAULT 'RESERVE',
    "policyId" UUID,
    "estimatedFen" BIGINT,
    "paidFen" BIGINT,
    "paidOn" DATE,
    "needsFinance" BOOLEAN NOT NULL DEFAULT false,
    "enteredOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UpgradeProject_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "UpgradeProject_kinds" CHECK (cardinality("kinds") > 0),
    CONSTRAINT "UpgradeProject_amounts" CHECK ("equipmentFen" >= 0 AND "totalFen" > 0 AND "equipmentFen" <= "totalFen"),
    CONSTRAINT "UpgradeProject_days" CHECK ("startOn" IS NULL OR "endOn" IS NULL OR "startOn" <= "endOn"),
    CONSTRAINT "UpgradeProject_energy" CHECK (("energyBefore" IS NULL OR "energyBefore" >= 0) AND ("energyAfter" IS NULL OR "energyAfter" >= 0)),
    CONSTRAINT "UpgradeProject_paid" CHECK (("state" = 'PAID') = ("paidFen" IS NOT NULL) AND ("paidFen" IS NULL) = ("paidOn" IS NULL))
);
CREATE UNIQUE INDEX "UpgradeProject_districtId_number_key" ON "UpgradeProject"("districtId", "number");
CREATE INDEX "UpgradeProject_districtId_state_enteredOn_idx" ON "UpgradeProject"("districtId", "state", "enteredOn");
CREATE INDEX "UpgradeProject_enterpriseId_idx" ON "UpgradeProject"("enterpriseId");
CREATE INDEX "UpgradeProject_projectId_idx" ON "UpgradeProject"("projectId");

CREATE TABLE "UpgradeMove" (
    "id" UUID NOT NULL,
    "upgradeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "UpgradeState",
    "to" "UpgradeState" NOT NULL,
    "text" TEXT,
    "paidFen" BIGINT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "UpgradeMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "UpgradeMove_upgradeId_at_idx" ON "UpgradeMove"("upgradeId", "at");

ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "VisitPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "VisitMove" ADD CONSTRAINT "VisitMove_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "VisitPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IntendedCredit" ADD CONSTRAINT "IntendedCredit_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IntendedCredit" ADD CONSTRAINT "IntendedCredit_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IntendedCredit" ADD CONSTRAINT "IntendedCredit_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IntendedCredit" ADD CONSTRAINT "IntendedCredit_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PromotionParty" ADD CONSTRAINT "PromotionParty_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PromotionPush" ADD CONSTRAINT "PromotionPush_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PromotionPush" ADD CONSTRAINT "PromotionPush_pushedById_fkey" FOREIGN KEY ("pushedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PromotionPushItem" ADD CONSTRAINT "PromotionPushItem_pushId_fkey" FOREIGN KEY ("pushId") REFERENCES "PromotionPush"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PromotionPushItem" ADD CONSTRAINT "PromotionPushItem_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PromotionMove" ADD CONSTRAINT "PromotionMove_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "UpgradePolicy" ADD CONSTRAINT "UpgradePolicy_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "UpgradePolicy" ADD CONSTRAINT "UpgradePolicy_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "UpgradeProject" ADD CONSTRAINT "UpgradeProject_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "UpgradeProject" ADD CONSTRAINT "UpgradeProject_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "UpgradeProject" ADD CONSTRAINT "UpgradeProject_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "UpgradeProject" ADD CONSTRAINT "UpgradeProject_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "UpgradePolicy"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "UpgradeMove" ADD CONSTRAINT "UpgradeMove_upgradeId_fkey" FOREIGN KEY ("upgradeId") REFERENCES "UpgradeProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "VisitMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "PromotionMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "UpgradeMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
