-- More time for a problem is asked for and granted as for a task. 问题申请延期
ALTER TABLE "Issue" ADD COLUMN "extensions" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "askedUntilOn" DATE;
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_asked" CHECK ("askedUntilOn" IS NULL OR "state" IN ('IN_HAND', 'IN_PROGRESS'));
