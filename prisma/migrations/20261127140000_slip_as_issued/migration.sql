-- What a slip said when it was issued: matter, day, units, person. A paper somebody signed does not change when its task
-- is given more time or to somebody else.
ALTER TABLE "Slip" ADD COLUMN "issuedText" TEXT,
ADD COLUMN "issuedDueOn" DATE,
ADD COLUMN "issuedUnits" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "issuedOwner" TEXT;

-- Slips issued before this: the day is that of the task, or, where it was moved after the slip, the one that was decided.
UPDATE "Slip" s SET
  "issuedText" = t.text,
  "issuedDueOn" = CASE
    WHEN EXISTS (
      SELECT 1 FROM "TaskMove" m WHERE m."taskId" = t.id AND m.kind IN ('EXTEND', 'RESUME') AND m."on" >= s."issuedOn")
    THEN coalesce((SELECT d."dueOn" FROM "Decision" d WHERE d."taskId" = t.id), t."dueOn")
    ELSE t."dueOn" END,
  "issuedUnits" = array(
    SELECT o."shortName" FROM "Org" o
    WHERE o.id = t."leadOrgId" OR o.id = ANY (t."supportIds")
    ORDER BY o.id = t."leadOrgId" DESC, array_position(t."supportIds", o.id)),
  "issuedOwner" = (SELECT p.name FROM "Person" p WHERE p.id = t."ownerId")
FROM "Task" t
WHERE t.id = s."taskId" AND s."issuedOn" IS NOT NULL;

-- A result may be handed in without proof where there is nothing in the system to name; whoever confirms it is told so.
ALTER TABLE "Task" ADD COLUMN "unproven" BOOLEAN NOT NULL DEFAULT false;
