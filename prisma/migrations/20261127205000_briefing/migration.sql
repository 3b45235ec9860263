-- Reports of any period whose every number is counted: their standard text, the papers, their versions.
CREATE TABLE "BriefingTemplate" (
  "id" UUID NOT NULL,
  "districtId" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "nth" INTEGER NOT NULL,
  "text" TEXT,
  "byId" UUID NOT NULL,
  "on" DATE NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "BriefingTemplate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "BriefingTemplate_districtId_key_nth_key" ON "BriefingTemplate"("districtId", "key", "nth");
CREATE INDEX "BriefingTemplate_byId_idx" ON "BriefingTemplate"("byId");

CREATE TABLE "Briefing" (
  "id" UUID NOT NULL,
  "districtId" UUID NOT NULL,
  "taskforceId" UUID,
  "fromOn" DATE NOT NULL,
  "toOn" DATE NOT NULL,
  "year" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "createdById" UUID NOT NULL,
  "createdOn" DATE NOT NULL,
  CONSTRAINT "Briefing_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Briefing_period_check" CHECK ("fromOn" <= "toOn")
);
CREATE UNIQUE INDEX "Briefing_districtId_year_number_key" ON "Briefing"("districtId", "year", "number");
-- One report of the same days about the same projects: a correction is a version of it.
CREATE UNIQUE INDEX "Briefing_once" ON "Briefing"("districtId", "taskforceId", "fromOn", "toOn") NULLS NOT DISTINCT;
CREATE INDEX "Briefing_districtId_toOn_id_idx" ON "Briefing"("districtId", "toOn" DESC, "id");
CREATE INDEX "Briefing_taskforceId_idx" ON "Briefing"("taskforceId");
CREATE INDEX "Briefing_createdById_idx" ON "Briefing"("createdById");

CREATE TABLE "BriefingEdition" (
  "id" UUID NOT NULL,
  "briefingId" UUID NOT NULL,
  "nth" INTEGER NOT NULL,
  "texts" JSONB NOT NULL DEFAULT '{}',
  "note" TEXT,
  "body" JSONB,
  "asOf" TIMESTAMPTZ(3),
  "rulesVersion" INTEGER,
  "publishedById" UUID,
  "publishedAt" TIMESTAMPTZ(3),
  "checksum" TEXT,
  "supersedesId" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "BriefingEdition_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "BriefingEdition_note" CHECK (("nth" = 1) = ("supersedesId" IS NULL) AND ("nth" = 1) = ("note" IS NULL)),
  -- What is published is whole.
  CONSTRAINT "BriefingEdition_published_check" CHECK (
    num_nulls("body", "asOf", "rulesVersion", "publishedById", "publishedAt", "checksum") IN (0, 6))
);
CREATE UNIQUE INDEX "BriefingEdition_supersedesId_key" ON "BriefingEdition"("supersedesId");
CREATE UNIQUE INDEX "BriefingEdition_briefingId_nth_key" ON "BriefingEdition"("briefingId", "nth");
CREATE UNIQUE INDEX "BriefingEdition_draft" ON "BriefingEdition"("briefingId") WHERE "publishedAt" IS NULL;
CREATE INDEX "BriefingEdition_publishedById_idx" ON "BriefingEdition"("publishedById");

ALTER TABLE "BriefingTemplate" ADD CONSTRAINT "BriefingTemplate_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BriefingTemplate" ADD CONSTRAINT "BriefingTemplate_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_taskforceId_fkey" FOREIGN KEY ("taskforceId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BriefingEdition" ADD CONSTRAINT "BriefingEdition_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BriefingEdition" ADD CONSTRAINT "BriefingEdition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BriefingEdition" ADD CONSTRAINT "BriefingEdition_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "BriefingEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
