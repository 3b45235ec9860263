-- 金融服务港湾: places of banks where firms are served, with what they did each month.
CREATE TABLE "Harbour" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "leadBankId" UUID NOT NULL,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "registeredOn" DATE NOT NULL,
    "openedOn" DATE,
    "closedOn" DATE,
    "closedReason" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Harbour_pkey" PRIMARY KEY ("id"),
    -- What closes says why, and not before it opened.
    CONSTRAINT "Harbour_closed" CHECK (("closedOn" IS NULL) = ("closedReason" IS NULL)),
    CONSTRAINT "Harbour_days" CHECK ("closedOn" IS NULL OR "openedOn" IS NULL OR "openedOn" <= "closedOn")
);
CREATE UNIQUE INDEX "Harbour_districtId_name_key" ON "Harbour"("districtId", "name");
CREATE INDEX "Harbour_leadBankId_idx" ON "Harbour"("leadBankId");
CREATE INDEX "Harbour_searchText_idx" ON "Harbour" USING GIN ("searchText" gin_trgm_ops);

CREATE TABLE "HarbourStreet" (
    "harbourId" UUID NOT NULL,
    "streetId" UUID NOT NULL,

    CONSTRAINT "HarbourStreet_pkey" PRIMARY KEY ("harbourId", "streetId")
);
CREATE INDEX "HarbourStreet_streetId_idx" ON "HarbourStreet"("streetId");

CREATE TABLE "HarbourManager" (
    "harbourId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "HarbourManager_pkey" PRIMARY KEY ("harbourId", "personId")
);
CREATE INDEX "HarbourManager_personId_idx" ON "HarbourManager"("personId");

CREATE TABLE "HarbourMonth" (
    "id" UUID NOT NULL,
    "harbourId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "visits" INTEGER NOT NULL,
    "needs" INTEGER NOT NULL,
    "grantedFen" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "HarbourMonth_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HarbourMonth_first" CHECK (date_trunc('month', "month") = "month"),
    CONSTRAINT "HarbourMonth_figures" CHECK ("visits" >= 0 AND "needs" >= 0 AND "grantedFen" >= 0)
);
CREATE UNIQUE INDEX "HarbourMonth_harbourId_month_key" ON "HarbourMonth"("harbourId", "month");
CREATE INDEX "HarbourMonth_month_idx" ON "HarbourMonth"("month");

CREATE TABLE "HarbourMonthStep" (
    "id" UUID NOT NULL,
    "monthId" UUID NOT NULL,
    "visits" INTEGER NOT NULL,
    "needs" INTEGER NOT NULL,
    "grantedFen" BIGINT NOT NULL,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "HarbourMonthStep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "HarbourMonthStep_monthId_at_idx" ON "HarbourMonthStep"("monthId", "at");

-- 政银企对接活动: firms and banks brought together, what they intend, and what became of it.
CREATE TYPE "FinanceEventState" AS ENUM ('PREPARING', 'INVITED', 'HELD', 'CANCELLED');
CREATE TYPE "FinanceEventKind" AS ENUM ('INDUSTRY', 'AREA', 'UPGRADE', 'GENERAL');
CREATE TYPE "EventGuestAnswer" AS ENUM ('WAITING', 'COMING', 'REFUSED');
CREATE TYPE "EventFollowKind" AS ENUM ('GRANT', 'PAY_NEW', 'PAY_RENEWED', 'LAPSE', 'NOTE');

CREATE TABLE "FinanceEvent" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "kind" "FinanceEventKind" NOT NULL,
    "industry" "Industry",
    "streetId" UUID,
    "heldOn" DATE NOT NULL,
    "startsAt" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "organiserId" UUID NOT NULL,
    "state" "FinanceEventState" NOT NULL DEFAULT 'PREPARING',
    "invitedOn" DATE,
    "cancelReason" TEXT,
    "note" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FinanceEvent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FinanceEvent_invited" CHECK ("state" NOT IN ('INVITED', 'HELD') OR "invitedOn" IS NOT NULL),
    CONSTRAINT "FinanceEvent_cancelled" CHECK (("state" = 'CANCELLED') = ("cancelReason" IS NOT NULL))
);
CREATE INDEX "FinanceEvent_districtId_heldOn_idx" ON "FinanceEvent"("districtId", "heldOn");
CREATE INDEX "FinanceEvent_searchText_idx" ON "FinanceEvent" USING GIN ("searchText" gin_trgm_ops);

CREATE TABLE "EventGuest" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "answer" "EventGuestAnswer" NOT NULL DEFAULT 'WAITING',
    "answeredOn" DATE,
    "word" TEXT,
    "despite" TEXT,
    "attended" BOOLEAN,

    CONSTRAINT "EventGuest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "EventGuest_eventId_enterpriseId_key" ON "EventGuest"("eventId", "enterpriseId");
CREATE INDEX "EventGuest_enterpriseId_idx" ON "EventGuest"("enterpriseId");

CREATE TABLE "EventBank" (
    "eventId" UUID NOT NULL,
    "bankId" UUID NOT NULL,
    "attended" BOOLEAN,

    CONSTRAINT "EventBank_pkey" PRIMARY KEY ("eventId", "bankId")
);
CREATE INDEX "EventBank_bankId_idx" ON "EventBank"("bankId");

CREATE TABLE "EventIntention" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "bankId" UUID,
    "intendedFen" BIGINT NOT NULL,
    "signedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventIntention_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "EventIntention_amount" CHECK ("intendedFen" > 0)
);
CREATE INDEX "EventIntention_eventId_idx" ON "EventIntention"("eventId");
CREATE INDEX "EventIntention_enterpriseId_idx" ON "EventIntention"("enterpriseId");
CREATE INDEX "EventIntention_bankId_idx" ON "EventIntention"("bankId");
CREATE INDEX "EventIntention_signedOn_idx" ON "EventIntention"("signedOn");

CREATE TABLE "EventFollow" (
    "id" UUID NOT NULL,
    "intentionId" UUID NOT NULL,
    "kind" "EventFollowKind" NOT NULL,
    "amountFen" BIGINT,
    "text" TEXT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "EventFollow_pkey" PRIMARY KEY ("id"),
    -- Money has an amount, and nothing else has one.
    CONSTRAINT "EventFollow_amount" CHECK (("kind" IN ('GRANT', 'PAY_NEW', 'PAY_RENEWED')) = ("amountFen" IS NOT NULL)
      AND ("amountFen" IS NULL OR "amountFen" > 0))
);
CREATE INDEX "EventFollow_intentionId_at_idx" ON "EventFollow"("intentionId", "at");

CREATE TABLE "EventFollowVoid" (
    "followId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "EventFollowVoid_pkey" PRIMARY KEY ("followId")
);

ALTER TABLE "Harbour" ADD CONSTRAINT "Harbour_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Harbour" ADD CONSTRAINT "Harbour_leadBankId_fkey" FOREIGN KEY ("leadBankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourStreet" ADD CONSTRAINT "HarbourStreet_harbourId_fkey" FOREIGN KEY ("harbourId") REFERENCES "Harbour"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourStreet" ADD CONSTRAINT "HarbourStreet_streetId_fkey" FOREIGN KEY ("streetId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourManager" ADD CONSTRAINT "HarbourManager_harbourId_fkey" FOREIGN KEY ("harbourId") REFERENCES "Harbour"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourManager" ADD CONSTRAINT "HarbourManager_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourMonth" ADD CONSTRAINT "HarbourMonth_harbourId_fkey" FOREIGN KEY ("harbourId") REFERENCES "Harbour"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HarbourMonthStep" ADD CONSTRAINT "HarbourMonthStep_monthId_fkey" FOREIGN KEY ("monthId") REFERENCES "HarbourMonth"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinanceEvent" ADD CONSTRAINT "FinanceEvent_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FinanceEvent" ADD CONSTRAINT "FinanceEvent_streetId_fkey" FOREIGN KEY ("streetId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FinanceEvent" ADD CONSTRAINT "FinanceEvent_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventGuest" ADD CONSTRAINT "EventGuest_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "FinanceEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventGuest" ADD CONSTRAINT "EventGuest_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventBank" ADD CONSTRAINT "EventBank_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "FinanceEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventBank" ADD CONSTRAINT "EventBank_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventIntention" ADD CONSTRAINT "EventIntention_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "FinanceEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventIntention" ADD CONSTRAINT "EventIntention_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventIntention" ADD CONSTRAINT "EventIntention_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EventFollow" ADD CONSTRAINT "EventFollow_intentionId_fkey" FOREIGN KEY ("intentionId") REFERENCES "EventIntention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventFollowVoid" ADD CONSTRAINT "EventFollowVoid_followId_fkey" FOREIGN KEY ("followId") REFERENCES "EventFollow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "HarbourMonthStep" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "EventFollow" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "EventFollowVoid" FOR EACH ROW EXECUTE FUNCTION history_append_only();
