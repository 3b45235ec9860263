-- 月排名: a month's tables as drafted, argued about and published; a signed version never changes again.
CREATE TYPE "RankingTable" AS ENUM ('STEWARD', 'AGENCY', 'TASKFORCE', 'AREA', 'PROJECT');
CREATE TYPE "RankingIndicator" AS ENUM ('A', 'B', 'C', 'D', 'E', 'EVENT');
CREATE TYPE "ObjectionState" AS ENUM ('OPEN', 'ACCEPTED', 'REFUSED');
CREATE TYPE "RankingRulesState" AS ENUM ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE TABLE "Ranking" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "dataLineOn" DATE NOT NULL,
    "draftOn" DATE NOT NULL,
    "objectUntilOn" DATE NOT NULL,
    "decideByOn" DATE NOT NULL,
    "publishOn" DATE NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Ranking_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Ranking_month" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$' AND to_char("dataLineOn", 'YYYY-MM') = "month"),
    CONSTRAINT "Ranking_days" CHECK (
      "dataLineOn" < "draftOn" AND "draftOn" <= "objectUntilOn" AND "objectUntilOn" <= "decideByOn"
      AND "decideByOn" <= "publishOn"
    )
);
CREATE UNIQUE INDEX "Ranking_districtId_month_key" ON "Ranking"("districtId", "month");

CREATE TABLE "RankingVersion" (
    "id" UUID NOT NULL,
    "rankingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "rulesNumber" INTEGER NOT NULL,
    "colourRules" INTEGER NOT NULL,
    "note" TEXT,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "checksum" TEXT,
    "supersedesId" UUID,

    CONSTRAINT "RankingVersion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RankingVersion_number" CHECK ("number" >= 1),
    -- Signed means by whom, when, and what exactly.
    CONSTRAINT "RankingVersion_signed" CHECK (
      ("signedAt" IS NULL) = ("signedById" IS NULL) AND ("signedAt" IS NULL) = ("checksum" IS NULL)
    ),
    -- A later version says what it corrects, and why.
    CONSTRAINT "RankingVersion_note" CHECK (("number" = 1) = ("supersedesId" IS NULL) AND ("number" = 1) = ("note" IS NULL))
);
CREATE UNIQUE INDEX "RankingVersion_rankingId_number_key" ON "RankingVersion"("rankingId", "number");
CREATE UNIQUE INDEX "RankingVersion_supersedesId_key" ON "RankingVersion"("supersedesId");
CREATE INDEX "RankingVersion_signedById_idx" ON "RankingVersion"("signedById");

CREATE TABLE "RankingLine" (
    "versionId" UUID NOT NULL,
    "table" "RankingTable" NOT NULL,
    "subjectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rank" INTEGER,
    "score" INTEGER,
    "body" JSONB NOT NULL,

    CONSTRAINT "RankingLine_pkey" PRIMARY KEY ("versionId", "table", "subjectId")
);
CREATE INDEX "RankingLine_table_subjectId_versionId_idx" ON "RankingLine"("table", "subjectId", "versionId");

CREATE TABLE "RankingItem" (
    "versionId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "table" "RankingTable" NOT NULL,
    "subjectId" UUID NOT NULL,
    "indicator" "RankingIndicator" NOT NULL,
    "kind" TEXT NOT NULL,
    "factId" UUID,
    "projectId" UUID,
    "label" TEXT NOT NULL,
    "num" INTEGER NOT NULL,
    "den" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "dueOn" DATE,
    "doneOn" DATE,
    "out" TEXT,
    "changedBy" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "RankingItem_pkey" PRIMARY KEY ("versionId", "seq"),
    CONSTRAINT "RankingItem_share" CHECK ("num" >= 0 AND "den" >= 1 AND "num" <= "den" AND "weight" >= 0 AND "n" >= 0)
);
CREATE INDEX "RankingItem_versionId_table_subjectId_idx" ON "RankingItem"("versionId", "table", "subjectId");

CREATE TABLE "RankingObjection" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "rankingId" UUID NOT NULL,
    "table" "RankingTable" NOT NULL,
    "subjectId" UUID NOT NULL,
    "subjectName" TEXT NOT NULL,
    "indicator" "RankingIndicator" NOT NULL,
    "itemSeq" INTEGER,
    "itemLabel" TEXT,
    "claim" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "raisedById" UUID NOT NULL,
    "raisedOn" DATE NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "ObjectionState" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RankingObjection_pkey" PRIMARY KEY ("id"),
    -- Decided means by whom, when, and why.
    CONSTRAINT "RankingObjection_decided" CHECK (
      ("state" = 'OPEN') = ("decidedAt" IS NULL) AND ("state" = 'OPEN') = ("decidedById" IS NULL)
      AND ("state" = 'OPEN') = ("reason" IS NULL)
    )
);
CREATE INDEX "RankingObjection_rankingId_state_idx" ON "RankingObjection"("rankingId", "state");
CREATE INDEX "RankingObjection_districtId_state_idx" ON "RankingObjection"("districtId", "state");
-- One open objection about one point at a time.
CREATE UNIQUE INDEX "RankingObjection_open" ON "RankingObjection"("rankingId", "table", "subjectId", "indicator", coalesce("itemSeq", 0))
  WHERE "state" = 'OPEN';

CREATE TABLE "RankingRules" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "params" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "state" "RankingRulesState" NOT NULL DEFAULT 'PROPOSED',
    "effectiveMonth" CHAR(7),
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RankingRules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RankingRules_effective" CHECK (("state" = 'APPROVED') = ("effectiveMonth" IS NOT NULL)),
    -- Whoever proposes never decides.
    CONSTRAINT "RankingRules_two" CHECK ("state" NOT IN ('APPROVED', 'REFUSED') OR "decidedById" <> "proposedById")
);
CREATE UNIQUE INDEX "RankingRules_districtId_number_key" ON "RankingRules"("districtId", "number");
CREATE INDEX "RankingRules_districtId_state_effectiveMonth_idx" ON "RankingRules"("districtId", "state", "effectiveMonth");
-- One proposal at a time.
CREATE UNIQUE INDEX "RankingRules_proposed" ON "RankingRules"("districtId") WHERE "state" = 'PROPOSED';

CREATE TABLE "Rating" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "table" "RankingTable" NOT NULL,
    "subjectId" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "stars" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Rating_stars" CHECK ("stars" BETWEEN 1 AND 5),
    CONSTRAINT "Rating_subject" CHECK ("table" IN ('STEWARD', 'AGENCY')),
    CONSTRAINT "Rating_month" CHECK (to_char("on", 'YYYY-MM') = "month")
);
CREATE UNIQUE INDEX "Rating_enterpriseId_table_subjectId_month_key" ON "Rating"("enterpriseId", "table", "subjectId", "month");
CREATE INDEX "Rating_districtId_month_idx" ON "Rating"("districtId", "month");

ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingVersion" ADD CONSTRAINT "RankingVersion_rankingId_fkey" FOREIGN KEY ("rankingId") REFERENCES "Ranking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingVersion" ADD CONSTRAINT "RankingVersion_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingVersion" ADD CONSTRAINT "RankingVersion_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "RankingVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingLine" ADD CONSTRAINT "RankingLine_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RankingVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingItem" ADD CONSTRAINT "RankingItem_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RankingVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingObjection" ADD CONSTRAINT "RankingObjection_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingObjection" ADD CONSTRAINT "RankingObjection_rankingId_fkey" FOREIGN KEY ("rankingId") REFERENCES "Ranking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingObjection" ADD CONSTRAINT "RankingObjection_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingObjection" ADD CONSTRAINT "RankingObjection_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RankingRules" ADD CONSTRAINT "RankingRules_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingRules" ADD CONSTRAINT "RankingRules_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingRules" ADD CONSTRAINT "RankingRules_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A signed version stays, with every line and item of it.
CREATE FUNCTION ranking_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signedAt" IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a signed ranking stays as it is: % refused', TG_OP;
END $$;
CREATE TRIGGER signed_rankings BEFORE UPDATE OR DELETE ON "RankingVersion" FOR EACH ROW EXECUTE FUNCTION ranking_signed_stays();

CREATE FUNCTION ranking_part_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "RankingVersion"
    WHERE "signedAt" IS NOT NULL
      AND id IN (SELECT DISTINCT "versionId" FROM touched)
  ) THEN
    RAISE EXCEPTION 'a signed ranking stays as it is: % refused', TG_OP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER signed_lines_added AFTER INSERT ON "RankingLine" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
CREATE TRIGGER signed_lines_changed AFTER UPDATE ON "RankingLine" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
CREATE TRIGGER signed_lines_removed AFTER DELETE ON "RankingLine" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
CREATE TRIGGER signed_items_added AFTER INSERT ON "RankingItem" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
CREATE TRIGGER signed_items_changed AFTER UPDATE ON "RankingItem" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
CREATE TRIGGER signed_items_removed AFTER DELETE ON "RankingItem" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION ranking_part_stays();
