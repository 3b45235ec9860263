-- Two steps of one walk that had the same name could not be told apart: the second is called so.
UPDATE "WalkStep" s SET "name" = s."name" || '（第' || s."position" || '步）'
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "walkId", regexp_replace("name", '\s+', '', 'g') ORDER BY "position") AS nth FROM "WalkStep"
) d
WHERE d."id" = s."id" AND d.nth > 1;
CREATE UNIQUE INDEX "WalkStep_walkId_name_key" ON "WalkStep"("walkId", "name");
