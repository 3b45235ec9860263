-- Prisma sends an enum as CAST($1::text AS "…"). PostgreSQL's own way from text to an enum is only STABLE: a filter that no
-- index answers looks every label up again for every row, which made a count over 10,000 projects ten times as slow as
-- reading them. A cast that says it is IMMUTABLE is worked out once, when the statement is planned. Labels are only ever
-- added, and nothing stored rests on these functions. An enum of a later migration works without one, only slower.
DO $$
DECLARE
  label name;
BEGIN
  FOR label IN
    SELECT typname FROM pg_type WHERE typtype = 'e' AND typnamespace = current_schema()::regnamespace
  LOOP
    -- By way of varchar, which has no cast of its own: text would ask this very function again.
    EXECUTE format(
      'CREATE FUNCTION %I(text) RETURNS %I LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
       ''BEGIN RETURN $1::varchar::%I; END''', 'to' || label, label, label);
    EXECUTE format('CREATE CAST (text AS %I) WITH FUNCTION %I(text)', label, 'to' || label);
  END LOOP;
END $$;
