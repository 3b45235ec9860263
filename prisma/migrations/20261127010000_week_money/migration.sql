-- What the week's figure was before an update replaced it, the day a project was last looked at before "no change", when
-- that was taken back; and how long the works of a project take.
ALTER TABLE "WeeklyUpdate" ADD COLUMN "replacedFen" BIGINT,
ADD COLUMN "verifiedBefore" DATE,
ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);

ALTER TABLE "Project" ADD COLUMN "worksWd" INTEGER;

-- The day from which a plan of the year counts, where the project was established within the year.
ALTER TABLE "YearPlan" ADD COLUMN "fromOn" DATE;
