-- 企业: a register of their own, with what is confidential of them apart; merged duplicates; work and business abroad.
CREATE TYPE "EnterpriseSize" AS ENUM ('LARGE', 'MEDIUM', 'SMALL', 'MICRO', 'SOLE');
CREATE TYPE "Industry" AS ENUM ('AGRICULTURE', 'MINING', 'MANUFACTURING', 'UTILITIES', 'CONSTRUCTION', 'TRADE', 'TRANSPORT', 'CATERING', 'SOFTWARE', 'FINANCE', 'REAL_ESTATE', 'BUSINESS', 'RESEARCH', 'ENVIRONMENT', 'RESIDENTS', 'EDUCATION', 'HEALTH', 'CULTURE', 'OTHER');
CREATE TYPE "EnterpriseState" AS ENUM ('ACTIVE', 'MOVED_OUT', 'CLOSED');
CREATE TYPE "JobNeedState" AS ENUM ('OPEN', 'FILLED', 'WITHDRAWN');
CREATE TYPE "JobEventState" AS ENUM ('PLANNED', 'HELD', 'CANCELLED');
CREATE TYPE "OutboundKind" AS ENUM ('FILING', 'WAREHOUSE', 'WHITE_LIST');

ALTER TABLE "Enterprise"
  ADD COLUMN "aliases" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "nameKey" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "size" "EnterpriseSize",
  ADD COLUMN "industry" "Industry",
  ADD COLUMN "streetId" UUID,
  ADD COLUMN "address" TEXT,
  ADD COLUMN "foundedOn" DATE,
  ADD COLUMN "employees" INTEGER,
  ADD COLUMN "aboveScale" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "highTech" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "specialised" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "state" "EnterpriseState" NOT NULL DEFAULT 'ACTIVE',
  ADD COLUMN "opensToSteward" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT "Enterprise_employees" CHECK ("employees" IS NULL OR "employees" BETWEEN 0 AND 1000000);

-- The name as duplicates are found by it: without punctuation, legal form and the words 省 and 市. The same rule is in
-- lib/domain/enterprise-name.ts, and a test holds the two together.
CREATE FUNCTION enterprise_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(
      regexp_replace(upper(normalize(name, NFKC)), '[\s()\[\]{}<>《》〈〉【】“”‘’"''·•.,、。;:!?\-_/\\&+*—]', '', 'g'),
      '(集团)?(股份)?(有限)?(责任)?公司$', ''), '集团$', ''),
    '^(..)[省市]', '\1'), '^(....)市', '\1')
$$;
CREATE FUNCTION enterprise_key_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."nameKey" := enterprise_key(NEW."name");
  RETURN NEW;
END $$;
CREATE TRIGGER enterprise_key_kept BEFORE INSERT OR UPDATE OF "name", "nameKey" ON "Enterprise"
  FOR EACH ROW EXECUTE FUNCTION enterprise_key_kept();
UPDATE "Enterprise" SET "name" = "name";

CREATE INDEX "Enterprise_districtId_state_name_idx" ON "Enterprise"("districtId", "state", "name");
CREATE INDEX "Enterprise_districtId_creditCode_idx" ON "Enterprise"("districtId", "creditCode");
CREATE INDEX "Enterprise_districtId_nameKey_idx" ON "Enterprise"("districtId", "nameKey");
CREATE INDEX "Enterprise_streetId_idx" ON "Enterprise"("streetId");
CREATE INDEX "Enterprise_districtId_industry_idx" ON "Enterprise"("districtId", "industry");
CREATE INDEX "Enterprise_districtId_foundedOn_idx" ON "Enterprise"("districtId", "foundedOn");
CREATE INDEX "Enterprise_aliases_idx" ON "Enterprise" USING GIN ("aliases");
CREATE INDEX "Enterprise_nameKey_idx" ON "Enterprise" USING GIN ("nameKey" gin_trgm_ops);
CREATE INDEX "Person_enterpriseId_idx" ON "Person"("enterpriseId");

CREATE TABLE "EnterpriseCredit" (
    "enterpriseId" UUID NOT NULL,
    "year" INTEGER,
    "revenueFen" BIGINT,
    "taxFen" BIGINT,
    "grade" CHAR(1),
    "dishonest" BOOLEAN,
    "abnormal" BOOLEAN,
    "checkedOn" DATE,

    CONSTRAINT "EnterpriseCredit_pkey" PRIMARY KEY ("enterpriseId"),
    CONSTRAINT "EnterpriseCredit_sums" CHECK (coalesce("revenueFen", 0) >= 0 AND coalesce("taxFen", 0) >= 0),
    CONSTRAINT "EnterpriseCredit_grade" CHECK ("grade" IN ('A', 'B', 'C', 'D'))
);

CREATE TABLE "EnterpriseMerge" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "goneId" UUID NOT NULL,
    "goneName" TEXT NOT NULL,
    "goneCode" TEXT,
    "moved" JSONB NOT NULL,
    "gone" JSONB NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID NOT NULL,

    CONSTRAINT "EnterpriseMerge_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "EnterpriseMerge_goneId_key" ON "EnterpriseMerge"("goneId");
CREATE INDEX "EnterpriseMerge_intoId_idx" ON "EnterpriseMerge"("intoId");

CREATE TABLE "JobNeed" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "payFromFen" BIGINT,
    "payToFen" BIGINT,
    "note" TEXT,
    "state" "JobNeedState" NOT NULL DEFAULT 'OPEN',
    "raisedOn" DATE NOT NULL,
    "raisedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobNeed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "JobNeed_number" CHECK ("number" > 0),
    CONSTRAINT "JobNeed_pay" CHECK ("payFromFen" > 0 AND ("payToFen" IS NULL OR "payToFen" >= "payFromFen")
      OR "payFromFen" IS NULL AND "payToFen" IS NULL)
);
CREATE INDEX "JobNeed_districtId_state_raisedOn_idx" ON "JobNeed"("districtId", "state", "raisedOn");
CREATE INDEX "JobNeed_districtId_raisedOn_idx" ON "JobNeed"("districtId", "raisedOn");
CREATE INDEX "JobNeed_enterpriseId_state_idx" ON "JobNeed"("enterpriseId", "state");

CREATE TABLE "JobEvent" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "place" TEXT,
    "organiserId" UUID,
    "state" "JobEventState" NOT NULL DEFAULT 'PLANNED',
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "JobEvent_districtId_on_idx" ON "JobEvent"("districtId", "on");

CREATE TABLE "JobEventPost" (
    "eventId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "offered" INTEGER NOT NULL,
    "intended" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "JobEventPost_pkey" PRIMARY KEY ("eventId", "needId"),
    -- Nobody finds work on a post that was not offered.
    CONSTRAINT "JobEventPost_numbers" CHECK ("offered" > 0 AND "intended" BETWEEN 0 AND "offered")
);
CREATE INDEX "JobEventPost_needId_idx" ON "JobEventPost"("needId");

CREATE TABLE "OutboundCase" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "kind" "OutboundKind" NOT NULL,
    "country" CHAR(2),
    "amountMinor" BIGINT,
    "currency" CHAR(3),
    "filingNo" TEXT,
    "on" DATE NOT NULL,
    "note" TEXT,
    "revokedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboundCase_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "OutboundCase_country" CHECK ("country" <> 'CN' AND ("kind" <> 'WAREHOUSE' OR "country" IS NOT NULL)),
    -- An amount has its currency, and that is not the yuan.
    CONSTRAINT "OutboundCase_amount" CHECK (("amountMinor" IS NULL) = ("currency" IS NULL)
      AND ("amountMinor" IS NULL OR "amountMinor" > 0) AND ("currency" IS NULL OR "currency" NOT IN ('CNY', 'RMB')))
);
CREATE INDEX "OutboundCase_districtId_kind_on_idx" ON "OutboundCase"("districtId", "kind", "on");
CREATE INDEX "OutboundCase_enterpriseId_idx" ON "OutboundCase"("enterpriseId");

ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_streetId_fkey" FOREIGN KEY ("streetId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EnterpriseCredit" ADD CONSTRAINT "EnterpriseCredit_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EnterpriseMerge" ADD CONSTRAINT "EnterpriseMerge_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EnterpriseMerge" ADD CONSTRAINT "EnterpriseMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobNeed" ADD CONSTRAINT "JobNeed_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobNeed" ADD CONSTRAINT "JobNeed_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobNeed" ADD CONSTRAINT "JobNeed_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "JobEvent" ADD CONSTRAINT "JobEvent_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobEvent" ADD CONSTRAINT "JobEvent_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "JobEventPost" ADD CONSTRAINT "JobEventPost_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "JobEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobEventPost" ADD CONSTRAINT "JobEventPost_needId_fkey" FOREIGN KEY ("needId") REFERENCES "JobNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutboundCase" ADD CONSTRAINT "OutboundCase_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutboundCase" ADD CONSTRAINT "OutboundCase_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- History stays as it was written; only the merge of a duplicate may say in it which enterprise is meant, and nothing else.
CREATE OR REPLACE FUNCTION history_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  merging text := coalesce(current_setting('app.merge_enterprise', true), '');
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(current_setting('app.undo_import', true), '') <> '' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND merging <> ''
    AND to_jsonb(NEW)::text = replace(to_jsonb(OLD)::text, split_part(merging, ' ', 1), split_part(merging, ' ', 2)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "EnterpriseMerge" FOR EACH ROW EXECUTE FUNCTION history_append_only();
