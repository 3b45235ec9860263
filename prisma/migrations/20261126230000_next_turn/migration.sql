-- AlterTable
ALTER TABLE "Project" ADD COLUMN "nextJoins" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "nextProvisional" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Procedure" ADD COLUMN "nextJoins" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "nextProvisional" BOOLEAN NOT NULL DEFAULT false;

-- What is known of the rows that are there: a change in a year without its holidays is provisional. The rest is told by
-- the next evaluation.
UPDATE "Project" SET "nextProvisional" = true
WHERE "nextLevelOn" IS NOT NULL AND extract(year FROM "nextLevelOn") NOT IN (SELECT year FROM "HolidayYear");
UPDATE "Procedure" SET "nextProvisional" = true
WHERE "nextLevelOn" IS NOT NULL AND extract(year FROM "nextLevelOn") NOT IN (SELECT year FROM "HolidayYear");
