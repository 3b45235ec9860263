-- 银企对接: what enterprises want to borrow, who may see it, and what each bank made of it.
CREATE TYPE "FinancingPurpose" AS ENUM ('BUILD', 'EQUIPMENT', 'WORKING', 'MERGER', 'REFINANCE');
CREATE TYPE "FinancingCollateral" AS ENUM ('CREDIT', 'MORTGAGE', 'PLEDGE', 'SURETY', 'GUARANTOR');
CREATE TYPE "FinancingChannel" AS ENUM ('ZHENGHAORONG', 'OFFICE', 'HARBOUR', 'EVENT', 'OTHER');
CREATE TYPE "FinancingState" AS ENUM ('FILED', 'CHECKED', 'UNQUALIFIED', 'RECOMMENDED', 'ACCEPTED', 'DILIGENCE', 'GRANTED', 'REFUSED', 'SIGNED', 'PAID', 'FOLLOWED', 'TRANSFERRED', 'WITHDRAWN');
CREATE TYPE "FinancingMoveKind" AS ENUM ('FILE', 'CHECK', 'RECOMMEND', 'CONSENT', 'REVOKE', 'ACCEPT', 'CONTACT', 'DILIGENCE', 'GRANT', 'REFUSE', 'TRANSFER', 'SIGN', 'PAY', 'FOLLOW', 'WITHDRAW');
CREATE TYPE "FinancingReason" AS ENUM ('COLLATERAL', 'VALUATION', 'DEBT', 'CREDIT', 'CASHFLOW', 'PURPOSE', 'PAPERS', 'POLICY', 'RATE', 'ENTERPRISE', 'OTHER');
CREATE TYPE "PaymentKind" AS ENUM ('NEW', 'RENEWED');

CREATE TABLE "FinancingNeed" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "projectId" UUID,
    "purpose" "FinancingPurpose" NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "months" INTEGER NOT NULL,
    "rateCeilingBp" INTEGER,
    "collateral" "FinancingCollateral" NOT NULL,
    "collateralText" TEXT,
    "loansFen" BIGINT,
    "loansBank" TEXT,
    "wantedBankIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "channel" "FinancingChannel" NOT NULL,
    "filedOn" DATE NOT NULL,
    "filedById" UUID,
    "state" "FinancingState" NOT NULL DEFAULT 'FILED',
    "withdrawnOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FinancingNeed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FinancingNeed_amounts" CHECK ("amountFen" > 0 AND "months" BETWEEN 1 AND 480
      AND ("loansFen" IS NULL OR "loansFen" >= 0) AND ("rateCeilingBp" IS NULL OR "rateCeilingBp" > 0)),
    CONSTRAINT "FinancingNeed_withdrawn" CHECK (("state" = 'WITHDRAWN') = ("withdrawnOn" IS NOT NULL))
);
CREATE UNIQUE INDEX "FinancingNeed_districtId_number_key" ON "FinancingNeed"("districtId", "number");
CREATE INDEX "FinancingNeed_districtId_state_filedOn_idx" ON "FinancingNeed"("districtId", "state", "filedOn");
CREATE INDEX "FinancingNeed_districtId_filedOn_idx" ON "FinancingNeed"("districtId", "filedOn");
CREATE INDEX "FinancingNeed_enterpriseId_idx" ON "FinancingNeed"("enterpriseId");
CREATE INDEX "FinancingNeed_projectId_idx" ON "FinancingNeed"("projectId");

CREATE TABLE "FinancingCheck" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "lawful" BOOLEAN NOT NULL,
    "premises" BOOLEAN NOT NULL,
    "genuine" BOOLEAN NOT NULL,
    "credit" BOOLEAN NOT NULL,
    "purpose" BOOLEAN NOT NULL,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,

    CONSTRAINT "FinancingCheck_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FinancingCheck_needId_at_idx" ON "FinancingCheck"("needId", "at");

CREATE TABLE "BankProduct" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "bankId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "minFen" BIGINT NOT NULL,
    "maxFen" BIGINT NOT NULL,
    "minMonths" INTEGER NOT NULL,
    "maxMonths" INTEGER NOT NULL,
    "collaterals" "FinancingCollateral"[],
    "industries" "Industry"[],
    "streetIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "rateFromBp" INTEGER NOT NULL,
    "stoppedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BankProduct_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "BankProduct_ranges" CHECK (0 <= "minFen" AND "minFen" <= "maxFen" AND 0 < "minMonths" AND "minMonths" <= "maxMonths")
);
CREATE UNIQUE INDEX "BankProduct_districtId_bankId_name_key" ON "BankProduct"("districtId", "bankId", "name");
CREATE INDEX "BankProduct_districtId_stoppedOn_idx" ON "BankProduct"("districtId", "stoppedOn");

CREATE TABLE "FinancingConsent" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "bankId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "withdrawnOn" DATE,
    "givenById" UUID,

    CONSTRAINT "FinancingConsent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FinancingConsent_days" CHECK ("fromOn" <= "expiresOn")
);
-- One word at a time for a bank.
CREATE UNIQUE INDEX "FinancingConsent_live" ON "FinancingConsent"("needId", "bankId") WHERE "withdrawnOn" IS NULL;
CREATE INDEX "FinancingConsent_needId_bankId_idx" ON "FinancingConsent"("needId", "bankId");
CREATE INDEX "FinancingConsent_bankId_withdrawnOn_expiresOn_idx" ON "FinancingConsent"("bankId", "withdrawnOn", "expiresOn");

CREATE TABLE "FinancingOffer" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "bankId" UUID NOT NULL,
    "state" "FinancingState" NOT NULL DEFAULT 'RECOMMENDED',
    "recommendedOn" DATE NOT NULL,
    "acceptedOn" DATE,
    "contactedOn" DATE,
    "diligenceOn" DATE,
    "decidedOn" DATE,
    "grantedFen" BIGINT,
    "rateBp" INTEGER,
    "signedOn" DATE,
    "signedFen" BIGINT,
    "reason" "FinancingReason",
    "reasonText" TEXT,
    "managerName" TEXT,
    "managerPhone" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FinancingOffer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FinancingOffer_state" CHECK ("state" NOT IN ('FILED', 'CHECKED', 'UNQUALIFIED')),
    -- A refusal says why; what is granted says how much, at what rate and when.
    CONSTRAINT "FinancingOffer_refused" CHECK ("state" NOT IN ('REFUSED', 'TRANSFERRED') OR "reason" IS NOT NULL),
    CONSTRAINT "FinancingOffer_granted" CHECK ("state" NOT IN ('GRANTED', 'SIGNED', 'PAID', 'FOLLOWED')
      OR ("grantedFen" > 0 AND "rateBp" IS NOT NULL AND "decidedOn" IS NOT NULL)),
    CONSTRAINT "FinancingOffer_signed" CHECK ("signedFen" IS NULL OR ("signedFen" > 0 AND "signedFen" <= "grantedFen"))
);
CREATE UNIQUE INDEX "FinancingOffer_needId_bankId_key" ON "FinancingOffer"("needId", "bankId");
CREATE INDEX "FinancingOffer_bankId_state_idx" ON "FinancingOffer"("bankId", "state");
CREATE INDEX "FinancingOffer_state_decidedOn_idx" ON "FinancingOffer"("state", "decidedOn");

CREATE TABLE "FinancingPayment" (
    "id" UUID NOT NULL,
    "offerId" UUID NOT NULL,
    "kind" "PaymentKind" NOT NULL,
    "fen" BIGINT NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "FinancingPayment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FinancingPayment_fen" CHECK ("fen" > 0)
);
CREATE INDEX "FinancingPayment_offerId_on_idx" ON "FinancingPayment"("offerId", "on");
CREATE INDEX "FinancingPayment_on_idx" ON "FinancingPayment"("on");

CREATE TABLE "FinancingMove" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "offerId" UUID,
    "bankId" UUID,
    "kind" "FinancingMoveKind" NOT NULL,
    "to" "FinancingState" NOT NULL,
    "fen" BIGINT,
    "reason" "FinancingReason",
    "until" DATE,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "FinancingMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FinancingMove_needId_at_idx" ON "FinancingMove"("needId", "at");
CREATE INDEX "FinancingMove_offerId_idx" ON "FinancingMove"("offerId");

CREATE TABLE "FinancingImport" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "changes" JSONB,
    "heldOn" DATE NOT NULL,
    "actorId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FinancingImport_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FinancingImport_districtId_at_idx" ON "FinancingImport"("districtId", "at");

ALTER TABLE "FinancingImport" ADD CONSTRAINT "FinancingImport_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FinancingNeed" ADD CONSTRAINT "FinancingNeed_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FinancingCheck" ADD CONSTRAINT "FinancingCheck_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FinancingNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankProduct" ADD CONSTRAINT "BankProduct_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankProduct" ADD CONSTRAINT "BankProduct_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingConsent" ADD CONSTRAINT "FinancingConsent_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FinancingNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingConsent" ADD CONSTRAINT "FinancingConsent_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingOffer" ADD CONSTRAINT "FinancingOffer_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FinancingNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingOffer" ADD CONSTRAINT "FinancingOffer_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingPayment" ADD CONSTRAINT "FinancingPayment_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "FinancingOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingMove" ADD CONSTRAINT "FinancingMove_needId_fkey" FOREIGN KEY ("needId") REFERENCES "FinancingNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinancingMove" ADD CONSTRAINT "FinancingMove_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "FinancingOffer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "FinancingCheck" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "FinancingPayment" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "FinancingMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
