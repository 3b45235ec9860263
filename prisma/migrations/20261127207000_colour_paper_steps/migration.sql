-- Papers of colours get an addressee, and the steps he and the office take with them. 督办单的签收、整改计划、整改情况、审核
ALTER TABLE "ColourPaper" ADD COLUMN "toOwner" TEXT, ADD COLUMN "toOrgId" UUID;

-- What was issued before says in words whom it went to.
UPDATE "ColourPaper" p SET "toOwner" = CASE
    WHEN e.name = p.said ->> 'unit' THEN 'ENTERPRISE'
    WHEN p.said ->> 'unit' IS NULL THEN 'STEWARD'
    ELSE 'UNIT' END
  FROM "Project" j LEFT JOIN "Enterprise" e ON e.id = j."enterpriseId"
  WHERE j.id = p."projectId" AND p."issuedOn" IS NOT NULL;
UPDATE "ColourPaper" p SET "toOrgId" = o.id
  FROM "Org" o
  WHERE p."toOwner" = 'UNIT' AND o."districtId" = p."districtId" AND o."shortName" = p.said ->> 'unit';

ALTER TABLE "ColourPaper" ADD CONSTRAINT "ColourPaper_to" CHECK (("issuedOn" IS NULL) = ("toOwner" IS NULL)
  AND "toOwner" IN ('UNIT', 'ENTERPRISE', 'STEWARD') AND ("toOrgId" IS NULL OR "toOwner" = 'UNIT'));
ALTER TABLE "ColourPaper" ADD CONSTRAINT "ColourPaper_toOrgId_fkey" FOREIGN KEY ("toOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "ColourPaper_toOrgId_closedOn_idx" ON "ColourPaper"("toOrgId", "closedOn");

CREATE TABLE "ColourPaperStep" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "text" TEXT,
    "dueOn" DATE,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID NOT NULL,

    CONSTRAINT "ColourPaperStep_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ColourPaperStep_kind" CHECK ("kind" IN ('SIGN', 'PLAN', 'REPORT', 'RETURN', 'ACCEPT')),
    CONSTRAINT "ColourPaperStep_about" CHECK (("kind" IN ('RETURN', 'ACCEPT')) = ("about" IS NOT NULL)),
    CONSTRAINT "ColourPaperStep_text" CHECK ("kind" IN ('SIGN', 'ACCEPT') OR "text" <> '' AND "text" IS NOT NULL),
    CONSTRAINT "ColourPaperStep_due" CHECK (("kind" = 'PLAN') = ("dueOn" IS NOT NULL))
);
CREATE INDEX "ColourPaperStep_paperId_at_idx" ON "ColourPaperStep"("paperId", "at");
ALTER TABLE "ColourPaperStep" ADD CONSTRAINT "ColourPaperStep_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "ColourPaper"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ColourPaperStep" ADD CONSTRAINT "ColourPaperStep_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
