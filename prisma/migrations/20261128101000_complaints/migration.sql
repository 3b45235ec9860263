-- 诉求、投诉: what is said at a monitoring point or by an enterprise, and what becomes of it.
CREATE TYPE "ComplaintKind" AS ENUM ('APPEAL', 'DELAY', 'ATTITUDE', 'CHARGE', 'INSPECTION', 'OTHER');
CREATE TYPE "ComplaintState" AS ENUM ('FILED', 'RECEIVED', 'IN_HAND', 'ANSWERED', 'CLOSED', 'REFUSED');
CREATE TYPE "ComplaintMoveKind" AS ENUM ('FILE', 'RECEIVE', 'REFUSE', 'PASS', 'RETURN', 'ASK_MORE', 'EXTEND', 'DENY_MORE', 'REPORT', 'ANSWER', 'RATE', 'ADD', 'URGE', 'REVISIT', 'REDO', 'CLOSE', 'RELATE', 'REPEAT', 'NOTE');

CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "pointId" UUID,
    "number" INTEGER NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "text" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "contact" TEXT,
    "state" "ComplaintState" NOT NULL DEFAULT 'FILED',
    "againstOrgId" UUID,
    "leadOrgId" UUID,
    "projectId" UUID,
    "procedureId" UUID,
    "enterpriseId" UUID,
    "issueId" UUID,
    "lookupHash" TEXT,
    "filedOn" DATE NOT NULL,
    "filedHour" INTEGER NOT NULL,
    "receivedOn" DATE,
    "passedOn" DATE,
    "waitsSince" DATE,
    "dueOn" DATE,
    "clockOn" DATE,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "askedOn" DATE,
    "answer" TEXT,
    "answeredOn" DATE,
    "rating" INTEGER,
    "ratedOn" DATE,
    "revisit" TEXT,
    "revisitGood" BOOLEAN,
    "revisitOn" DATE,
    "closedOn" DATE,
    "refusal" TEXT,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "urged" INTEGER NOT NULL DEFAULT 0,
    "repeatOfId" UUID,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id"),
    -- 河南省优化营商环境条例 78: never to the body it is about.
    CONSTRAINT "Complaint_route" CHECK ("leadOrgId" IS NULL OR "againstOrgId" IS NULL OR "leadOrgId" <> "againstOrgId"),
    CONSTRAINT "Complaint_hour" CHECK ("filedHour" BETWEEN 0 AND 23),
    CONSTRAINT "Complaint_rating" CHECK ("rating" BETWEEN 1 AND 5),
    CONSTRAINT "Complaint_hands" CHECK (("state" = 'IN_HAND') <= ("leadOrgId" IS NOT NULL AND "dueOn" IS NOT NULL)),
    CONSTRAINT "Complaint_received" CHECK ("state" IN ('FILED', 'REFUSED') OR "receivedOn" IS NOT NULL),
    CONSTRAINT "Complaint_answered" CHECK ("state" NOT IN ('ANSWERED', 'CLOSED') OR ("answeredOn" IS NOT NULL AND "answer" IS NOT NULL)),
    CONSTRAINT "Complaint_closed" CHECK (("closedOn" IS NOT NULL) = ("state" IN ('CLOSED', 'REFUSED'))),
    CONSTRAINT "Complaint_refused" CHECK (("state" = 'REFUSED') = ("refusal" IS NOT NULL)),
    -- A clock runs while somebody has it, and never once it is answered.
    CONSTRAINT "Complaint_clock" CHECK (("clockOn" IS NOT NULL) = ("state" IN ('FILED', 'RECEIVED', 'IN_HAND'))),
    -- Nothing is dated before what came before it.
    CONSTRAINT "Complaint_days" CHECK ("receivedOn" >= "filedOn" AND "passedOn" >= "receivedOn" AND "answeredOn" >= "receivedOn"
      AND "closedOn" >= "filedOn" AND "ratedOn" >= "receivedOn" AND "revisitOn" >= "receivedOn")
);
CREATE UNIQUE INDEX "Complaint_issueId_key" ON "Complaint"("issueId");
CREATE UNIQUE INDEX "Complaint_lookupHash_key" ON "Complaint"("lookupHash");
CREATE UNIQUE INDEX "Complaint_districtId_number_key" ON "Complaint"("districtId", "number");
CREATE INDEX "Complaint_districtId_state_clockOn_idx" ON "Complaint"("districtId", "state", "clockOn");
CREATE INDEX "Complaint_districtId_filedOn_idx" ON "Complaint"("districtId", "filedOn");
CREATE INDEX "Complaint_leadOrgId_state_idx" ON "Complaint"("leadOrgId", "state");
CREATE INDEX "Complaint_againstOrgId_idx" ON "Complaint"("againstOrgId");
CREATE INDEX "Complaint_pointId_filedOn_idx" ON "Complaint"("pointId", "filedOn");
CREATE INDEX "Complaint_projectId_idx" ON "Complaint"("projectId");
CREATE INDEX "Complaint_enterpriseId_idx" ON "Complaint"("enterpriseId");
CREATE INDEX "Complaint_repeatOfId_idx" ON "Complaint"("repeatOfId");
CREATE INDEX "Complaint_searchText_idx" ON "Complaint" USING GIN ("searchText" gin_trgm_ops);

CREATE TABLE "ComplaintMove" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" "ComplaintMoveKind" NOT NULL,
    "from" "ComplaintState",
    "to" "ComplaintState" NOT NULL,
    "unitId" UUID,
    "text" TEXT,
    "dueOn" DATE,
    "rating" INTEGER,
    "good" BOOLEAN,
    "on" DATE NOT NULL,
    "actorId" UUID,

    CONSTRAINT "ComplaintMove_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ComplaintMove_complaintId_nth_key" ON "ComplaintMove"("complaintId", "nth");

CREATE TABLE "ComplaintPhoto" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "fileHash" CHAR(64),

    CONSTRAINT "ComplaintPhoto_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ComplaintPhoto_complaintId_nth_key" ON "ComplaintPhoto"("complaintId", "nth");
CREATE INDEX "ComplaintPhoto_fileHash_idx" ON "ComplaintPhoto"("fileHash");

ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "MonitorPoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_againstOrgId_fkey" FOREIGN KEY ("againstOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_leadOrgId_fkey" FOREIGN KEY ("leadOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_repeatOfId_fkey" FOREIGN KEY ("repeatOfId") REFERENCES "Complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ComplaintMove" ADD CONSTRAINT "ComplaintMove_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ComplaintPhoto" ADD CONSTRAINT "ComplaintPhoto_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ComplaintPhoto" ADD CONSTRAINT "ComplaintPhoto_fileHash_fkey" FOREIGN KEY ("fileHash") REFERENCES "StoredFile"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "ComplaintMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();

-- What was said stays as it was said, and no complaint disappears; the contact alone goes, when its time is over.
CREATE FUNCTION complaint_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Complaint cannot be deleted';
  END IF;
  IF (NEW."districtId", NEW."number", NEW."text", NEW."place", NEW."filedOn", NEW."filedHour")
    IS DISTINCT FROM (OLD."districtId", OLD."number", OLD."text", OLD."place", OLD."filedOn", OLD."filedHour") THEN
    RAISE EXCEPTION 'what a complaint says stays as it was said';
  END IF;
  IF NEW."contact" IS DISTINCT FROM OLD."contact" AND NEW."contact" IS NOT NULL THEN
    RAISE EXCEPTION 'the contact of a complaint can be forgotten, not changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_stays BEFORE UPDATE OR DELETE ON "Complaint" FOR EACH ROW EXECUTE FUNCTION complaint_stays();

-- A complaint is told of as problems and needs are 逐级告知.
ALTER TABLE "Notice" ADD COLUMN "complaintId" UUID;
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_item";
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_item" CHECK (
  "itemId" = coalesce("procedureId", "issueId", "factorId", "taskId", "complaintId", "projectId")
  AND num_nonnulls("procedureId", "issueId", "factorId", "taskId", "complaintId") <= 1);
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
