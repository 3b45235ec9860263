-- 跟踪督办: what the commission follows up with a unit until it is settled. Nothing of it can be taken away, dated back or closed
-- unseen: rows stay, every state is the last line of a history without gaps, and what is closed does not change any more.
CREATE TYPE "SupervisionSource" AS ENUM ('COMPLAINT', 'PROCEDURE', 'ISSUE', 'TASK', 'RELEASE');
CREATE TYPE "SupervisionState" AS ENUM ('ISSUED', 'REPLIED', 'VERIFIED', 'CLOSED');
CREATE TYPE "SupervisionResult" AS ENUM ('SUBSTANTIATED', 'PARTLY', 'UNFOUNDED', 'NOT_OURS');

CREATE TABLE "SupervisionSlip" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" "SupervisionSource" NOT NULL,
    "complaintId" UUID,
    "procedureId" UUID,
    "issueId" UUID,
    "taskId" UUID,
    "projectId" UUID,
    "toOrgId" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "demand" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "issuedById" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "SupervisionState" NOT NULL DEFAULT 'ISSUED',
    "reply" TEXT,
    "repliedOn" DATE,
    "firstReplyOn" DATE,
    "firstDueOn" DATE,
    "result" "SupervisionResult",
    "finding" TEXT,
    "verifiedOn" DATE,
    "effect" TEXT,
    "revisitOn" DATE,
    "revisit" TEXT,
    "satisfied" BOOLEAN,
    "closedOn" DATE,
    "urgedOn" DATE,
    "headOn" DATE,
    "announcedOn" DATE,
    "redone" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupervisionSlip_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SupervisionSlip_number" CHECK ("number" > 0),
    CONSTRAINT "SupervisionSlip_words" CHECK (btrim("matter") <> '' AND btrim("demand") <> ''),
    -- It stands for one thing at most; what the commission releases stands for none.
    CONSTRAINT "SupervisionSlip_about" CHECK (
      ("source" = 'COMPLAINT') = ("complaintId" IS NOT NULL) AND ("source" = 'PROCEDURE') = ("procedureId" IS NOT NULL)
      AND ("source" = 'ISSUE') = ("issueId" IS NOT NULL) AND ("source" = 'TASK') = ("taskId" IS NOT NULL)
      AND ("source" <> 'RELEASE' OR "projectId" IS NULL)),
    CONSTRAINT "SupervisionSlip_days" CHECK ("dueOn" >= "issuedOn" AND "repliedOn" >= "issuedOn"
      AND "firstReplyOn" >= "issuedOn" AND "verifiedOn" >= coalesce("repliedOn", "issuedOn")
      AND "revisitOn" >= "verifiedOn" AND "closedOn" >= "verifiedOn"),
    CONSTRAINT "SupervisionSlip_chain" CHECK ("headOn" >= "urgedOn" AND "announcedOn" >= "headOn"
      AND ("headOn" IS NULL OR "urgedOn" IS NOT NULL) AND ("announcedOn" IS NULL OR "headOn" IS NOT NULL)),
    CONSTRAINT "SupervisionSlip_replied" CHECK (("state" <> 'REPLIED' OR "reply" IS NOT NULL)
      AND ("reply" IS NULL) = ("repliedOn" IS NULL) AND ("firstReplyOn" IS NULL) = ("firstDueOn" IS NULL)),
    -- What is verified says what was found; what is closed was verified, and says what has come of it where there was something to mend.
    CONSTRAINT "SupervisionSlip_verified" CHECK (("state" IN ('VERIFIED', 'CLOSED')) = ("verifiedOn" IS NOT NULL)
      AND num_nulls("verifiedOn", "result", "finding") IN (0, 3)),
    CONSTRAINT "SupervisionSlip_revisited" CHECK (num_nulls("revisitOn", "revisit") IN (0, 2) AND ("satisfied" IS NULL OR "revisitOn" IS NOT NULL)),
    CONSTRAINT "SupervisionSlip_closed" CHECK (("state" = 'CLOSED') = ("closedOn" IS NOT NULL)
      AND ("state" <> 'CLOSED' OR "result" IN ('UNFOUNDED', 'NOT_OURS') OR "effect" IS NOT NULL)
      AND ("state" <> 'CLOSED' OR "source" <> 'COMPLAINT' OR "revisitOn" IS NOT NULL))
);
CREATE UNIQUE INDEX "SupervisionSlip_districtId_number_key" ON "SupervisionSlip"("districtId", "number");
CREATE INDEX "SupervisionSlip_districtId_state_dueOn_idx" ON "SupervisionSlip"("districtId", "state", "dueOn");
CREATE INDEX "SupervisionSlip_districtId_issuedOn_idx" ON "SupervisionSlip"("districtId", "issuedOn");
CREATE INDEX "SupervisionSlip_toOrgId_state_idx" ON "SupervisionSlip"("toOrgId", "state");
CREATE INDEX "SupervisionSlip_complaintId_idx" ON "SupervisionSlip"("complaintId");
CREATE INDEX "SupervisionSlip_procedureId_idx" ON "SupervisionSlip"("procedureId");
CREATE INDEX "SupervisionSlip_issueId_idx" ON "SupervisionSlip"("issueId");
CREATE INDEX "SupervisionSlip_taskId_idx" ON "SupervisionSlip"("taskId");
CREATE INDEX "SupervisionSlip_projectId_idx" ON "SupervisionSlip"("projectId");
-- One thing is followed up once at a time.
CREATE UNIQUE INDEX "SupervisionSlip_running" ON "SupervisionSlip"("toOrgId", "complaintId", "procedureId", "issueId", "taskId")
  NULLS NOT DISTINCT WHERE "state" <> 'CLOSED' AND "source" <> 'RELEASE';

CREATE TABLE "SupervisionMove" (
    "id" UUID NOT NULL,
    "slipId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "SupervisionState",
    "to" "SupervisionState" NOT NULL,
    "text" TEXT,
    "effect" TEXT,
    "dueOn" DATE,
    "result" "SupervisionResult",
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "SupervisionMove_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SupervisionMove_kind" CHECK ("kind" IN
      ('OPEN', 'REPLY', 'RETURN', 'EXTEND', 'URGE', 'HEAD', 'ANNOUNCE', 'VERIFY', 'REVISIT', 'CLOSE')),
    -- The day itself may urge and call the head in; everything else somebody does, and answers for.
    CONSTRAINT "SupervisionMove_actor" CHECK ("actorId" IS NOT NULL OR "kind" IN ('URGE', 'HEAD'))
);
CREATE UNIQUE INDEX "SupervisionMove_slipId_nth_key" ON "SupervisionMove"("slipId", "nth");
CREATE INDEX "SupervisionMove_slipId_at_idx" ON "SupervisionMove"("slipId", "at");

ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_toOrgId_fkey" FOREIGN KEY ("toOrgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionSlip" ADD CONSTRAINT "SupervisionSlip_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SupervisionMove" ADD CONSTRAINT "SupervisionMove_slipId_fkey" FOREIGN KEY ("slipId") REFERENCES "SupervisionSlip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A slip is never taken away, what it was issued with never changes, its term never gets shorter, and once it is closed it stands.
CREATE FUNCTION supervision_slip_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept text[] := ARRAY['id', 'districtId', 'number', 'source', 'complaintId', 'procedureId', 'issueId', 'taskId',
    'projectId', 'toOrgId', 'matter', 'demand', 'issuedOn', 'issuedById', 'createdAt'];
  before jsonb;
  after jsonb;
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a slip of the commission stays: % refused', TG_OP;
  END IF;
  before := to_jsonb(OLD);
  after := to_jsonb(NEW);
  IF OLD."state" = 'CLOSED' AND before - 'searchText' <> after - 'searchText' THEN
    RAISE EXCEPTION 'a closed slip of the commission stays as it is';
  END IF;
  IF EXISTS (SELECT 1 FROM unnest(kept) AS name WHERE before -> name IS DISTINCT FROM after -> name) THEN
    RAISE EXCEPTION 'what a slip of the commission was issued with stays';
  END IF;
  IF NEW."dueOn" < OLD."dueOn" OR NEW."redone" < OLD."redone" OR NEW."version" < OLD."version"
    OR (OLD."firstReplyOn" IS NOT NULL AND (NEW."firstReplyOn" IS DISTINCT FROM OLD."firstReplyOn"
      OR NEW."firstDueOn" IS DISTINCT FROM OLD."firstDueOn")) THEN
    RAISE EXCEPTION 'a slip of the commission goes forward only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supervision_slip_stays BEFORE UPDATE OR DELETE ON "SupervisionSlip" FOR EACH ROW EXECUTE FUNCTION supervision_slip_stays();
CREATE TRIGGER supervision_slips_stay BEFORE TRUNCATE ON "SupervisionSlip" FOR EACH STATEMENT EXECUTE FUNCTION supervision_slip_stays();

-- Its history is only added to, line by line, each on the day of the one before it or later.
CREATE FUNCTION supervision_move_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last "SupervisionMove"%ROWTYPE;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the history of a slip of the commission stays: % refused', TG_OP;
  END IF;
  SELECT * INTO last FROM "SupervisionMove" WHERE "slipId" = NEW."slipId" ORDER BY "nth" DESC LIMIT 1;
  IF NEW."nth" <> coalesce(last."nth", 0) + 1 OR NEW."from" IS DISTINCT FROM last."to"
    OR (NEW."kind" = 'OPEN') <> (last."nth" IS NULL) THEN
    RAISE EXCEPTION 'the history of a slip of the commission has no gaps: line % after %', NEW."nth", last."nth";
  END IF;
  IF NEW."on" < last."on" OR NEW."at" < last."at"
    OR NEW."on" < (SELECT "issuedOn" FROM "SupervisionSlip" WHERE "id" = NEW."slipId") THEN
    RAISE EXCEPTION 'the history of a slip of the commission is not dated back';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supervision_move_follows BEFORE INSERT OR UPDATE OR DELETE ON "SupervisionMove" FOR EACH ROW EXECUTE FUNCTION supervision_move_follows();
CREATE TRIGGER supervision_moves_stay BEFORE TRUNCATE ON "SupervisionMove" FOR EACH STATEMENT EXECUTE FUNCTION supervision_move_follows();

-- Nothing changes silently: at the end of a transaction the state and the version of a slip are those of its last line.
CREATE FUNCTION supervision_state_is_said() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  slip "SupervisionSlip"%ROWTYPE;
  last "SupervisionMove"%ROWTYPE;
BEGIN
  SELECT * INTO slip FROM "SupervisionSlip" WHERE "id" = NEW."id";
  SELECT * INTO last FROM "SupervisionMove" WHERE "slipId" = NEW."id" ORDER BY "nth" DESC LIMIT 1;
  IF last."to" IS DISTINCT FROM slip."state" OR last."nth" IS DISTINCT FROM slip."version" THEN
    RAISE EXCEPTION 'slip % of the commission changed without a line in its history', slip."number";
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER supervision_state_is_said AFTER INSERT OR UPDATE ON "SupervisionSlip"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION supervision_state_is_said();
