-- What a briefing of 10,000 projects counts most rows of: procedures finished in some days, and how many of them in time.
CREATE INDEX "Procedure_finished" ON "Procedure" ("districtId", "finishedOn") INCLUDE ("state", "dueOn", "projectId") WHERE "finishedOn" IS NOT NULL;

-- Enums that came after `enum_casts`: without an immutable cast every row looks its label up again.
DO $$
DECLARE
  label name;
BEGIN
  FOR label IN
    SELECT typname FROM pg_type t WHERE typtype = 'e' AND typnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_cast WHERE castsource = 'text'::regtype AND casttarget = t.oid)
  LOOP
    -- By way of varchar, which has no cast of its own: text would ask this very function again.
    EXECUTE format(
      'CREATE FUNCTION %I(text) RETURNS %I LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
       ''BEGIN RETURN $1::varchar::%I; END''', 'to' || label, label, label);
    EXECUTE format('CREATE CAST (text AS %I) WITH FUNCTION %I(text)', label, 'to' || label);
  END LOOP;
END $$;
