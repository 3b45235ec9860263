-- What whoever was asked said belongs to the line of the return visit, like everything else a line says.
ALTER TABLE "SupervisionMove" ADD COLUMN "satisfied" BOOLEAN;
ALTER TABLE "SupervisionMove" DISABLE TRIGGER USER;
UPDATE "SupervisionMove" m SET "satisfied" = s."satisfied" FROM "SupervisionSlip" s
WHERE s."id" = m."slipId" AND m."kind" = 'REVISIT' AND m."nth" = (
  SELECT max(l."nth") FROM "SupervisionMove" l WHERE l."slipId" = s."id" AND l."kind" = 'REVISIT');
ALTER TABLE "SupervisionMove" ENABLE TRIGGER USER;

-- Everything a slip says now was said in a line of its history: the names of the columns where it was not.
CREATE FUNCTION supervision_untold(slip "SupervisionSlip") RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH lines AS (SELECT * FROM "SupervisionMove" WHERE "slipId" = slip."id"),
  since AS (
    SELECT coalesce(max("nth") FILTER (WHERE "kind" = 'RETURN'), 0) AS redone,
      coalesce(max("nth") FILTER (WHERE "kind" IN ('RETURN', 'EXTEND')), 0) AS termed,
      count(*) FILTER (WHERE "kind" = 'RETURN') AS times,
      min("nth") FILTER (WHERE "kind" = 'REPLY') AS replied
    FROM lines),
  opened AS (SELECT * FROM lines WHERE "kind" = 'OPEN'),
  reply AS (SELECT l.* FROM lines l, since WHERE "kind" = 'REPLY' AND "nth" > redone ORDER BY "nth" DESC LIMIT 1),
  verified AS (SELECT l.* FROM lines l, since WHERE "kind" = 'VERIFY' AND "nth" > redone ORDER BY "nth" DESC LIMIT 1),
  visited AS (SELECT l.* FROM lines l, since WHERE "kind" = 'REVISIT' AND "nth" > redone ORDER BY "nth" DESC LIMIT 1),
  effect AS (
    SELECT l."effect" FROM lines l, since WHERE "kind" IN ('VERIFY', 'CLOSE') AND "nth" > redone ORDER BY "nth" DESC LIMIT 1),
  said AS (
    SELECT jsonb_build_object(
      'demand', (SELECT "text" FROM opened),
      'issuedOn', (SELECT "on" FROM opened),
      'dueOn', (SELECT "dueOn" FROM lines WHERE "dueOn" IS NOT NULL ORDER BY "nth" DESC LIMIT 1),
      'reply', (SELECT "text" FROM reply),
      'repliedOn', (SELECT "on" FROM reply),
      'firstReplyOn', (SELECT l."on" FROM lines l WHERE l."nth" = since.replied),
      'firstDueOn', (SELECT l."dueOn" FROM lines l WHERE l."dueOn" IS NOT NULL AND l."nth" < since.replied ORDER BY l."nth" DESC LIMIT 1),
      'result', (SELECT "result" FROM verified),
      'finding', (SELECT "text" FROM verified),
      'verifiedOn', (SELECT "on" FROM verified),
      'effect', (SELECT "effect" FROM effect),
      'revisitOn', (SELECT "on" FROM visited),
      'revisit', (SELECT "text" FROM visited),
      'satisfied', (SELECT "satisfied" FROM visited),
      'closedOn', (SELECT "on" FROM lines WHERE "kind" = 'CLOSE'),
      'urgedOn', (SELECT max("on") FROM lines WHERE "kind" = 'URGE' AND "nth" > since.termed),
      'headOn', (SELECT max("on") FROM lines WHERE "kind" = 'HEAD' AND "nth" > since.termed),
      'announcedOn', (SELECT max("on") FROM lines WHERE "kind" = 'ANNOUNCE' AND "nth" > since.termed),
      'redone', since.times) AS facts
    FROM since)
  SELECT coalesce(array_agg(f.key ORDER BY f.key), '{}') FROM said, jsonb_each(said.facts) f
  WHERE f.value IS DISTINCT FROM to_jsonb(slip) -> f.key
$$;

-- A digest of a line, and of what the slip was issued with where it is the first: the sealed log keeps it.
CREATE FUNCTION supervision_mark(line "SupervisionMove", slip "SupervisionSlip") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    slip."id", line."nth", line."kind", line."from", line."to", line."text", line."effect", line."dueOn", line."result",
    line."satisfied", line."on", line."actorId",
    CASE WHEN line."nth" = 1 THEN jsonb_build_array(slip."districtId", slip."number", slip."source", slip."complaintId",
      slip."procedureId", slip."issueId", slip."taskId", slip."projectId", slip."toOrgId", slip."matter", slip."issuedById") END
  )::text, 'UTF8')), 'hex')
$$;

-- Nothing changes silently: at the end of a transaction a slip says what its history says, and stands where its last line led.
CREATE OR REPLACE FUNCTION supervision_state_is_said() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  slip "SupervisionSlip"%ROWTYPE;
  last "SupervisionMove"%ROWTYPE;
  untold text[];
BEGIN
  SELECT * INTO slip FROM "SupervisionSlip" WHERE "id" = NEW."id";
  SELECT * INTO last FROM "SupervisionMove" WHERE "slipId" = NEW."id" ORDER BY "nth" DESC LIMIT 1;
  untold := supervision_untold(slip);
  IF last."to" IS DISTINCT FROM slip."state" OR last."nth" IS DISTINCT FROM slip."version" OR untold <> '{}' THEN
    RAISE EXCEPTION 'slip % of the commission changed without a line in its history %', slip."number", untold;
  END IF;
  RETURN NULL;
END $$;
