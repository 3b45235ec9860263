-- 一把手走流程: the head of a unit goes the way an applicant goes, says what was in the way, and it is walked again.
CREATE TYPE "WalkMode" AS ENUM ('SELF', 'ACCOMPANY', 'CROSS', 'RECEIVE', 'ONLINE');
CREATE TYPE "WalkPlace" AS ENUM ('HALL', 'SITE', 'ONLINE');
CREATE TYPE "WalkState" AS ENUM ('WALKING', 'DONE', 'CANCELLED');
CREATE TYPE "WalkFindingKind" AS ENUM ('DIFFICULTY', 'BLOCKAGE', 'PAIN');
CREATE TYPE "WalkMeasure" AS ENUM ('PROCESS', 'PAPERS', 'TIME', 'SYSTEM', 'TRAINING');
CREATE TYPE "WalkFindingState" AS ENUM ('TO_MEND', 'MENDING', 'TO_VERIFY', 'CLOSED');

CREATE TABLE "Walk" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "unitId" UUID NOT NULL,
    "leader" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "mode" "WalkMode" NOT NULL,
    "place" "WalkPlace" NOT NULL,
    "on" DATE NOT NULL,
    "days" INTEGER,
    "note" TEXT,
    "state" "WalkState" NOT NULL DEFAULT 'WALKING',
    "verifiesId" UUID,
    "walkerId" UUID NOT NULL,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Walk_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Walk_days" CHECK ("days" >= 0)
);
CREATE UNIQUE INDEX "Walk_districtId_number_key" ON "Walk"("districtId", "number");
CREATE INDEX "Walk_districtId_on_idx" ON "Walk"("districtId", "on");
CREATE INDEX "Walk_unitId_on_idx" ON "Walk"("unitId", "on");
CREATE INDEX "Walk_verifiesId_idx" ON "Walk"("verifiesId");

CREATE TABLE "WalkStep" (
    "id" UUID NOT NULL,
    "walkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "papers" INTEGER NOT NULL DEFAULT 0,
    "trips" INTEGER NOT NULL DEFAULT 0,
    "remark" TEXT,

    CONSTRAINT "WalkStep_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "WalkStep_amounts" CHECK ("position" > 0 AND "minutes" >= 0 AND "papers" >= 0 AND "trips" >= 0)
);
CREATE UNIQUE INDEX "WalkStep_walkId_position_key" ON "WalkStep"("walkId", "position");

CREATE TABLE "WalkFinding" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "walkId" UUID NOT NULL,
    "step" TEXT,
    "kind" "WalkFindingKind" NOT NULL,
    "text" TEXT NOT NULL,
    "measure" "WalkMeasure",
    "ownerId" UUID NOT NULL,
    "raisedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "WalkFindingState" NOT NULL DEFAULT 'TO_MEND',
    "result" TEXT,
    "submittedOn" DATE,
    "beforeDays" INTEGER,
    "beforePapers" INTEGER,
    "beforeTrips" INTEGER,
    "afterDays" INTEGER,
    "afterPapers" INTEGER,
    "afterTrips" INTEGER,
    "verifiedById" UUID,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WalkFinding_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "WalkFinding_due" CHECK ("dueOn" >= "raisedOn"),
    -- Struck off is what a second walk proved, and nothing else.
    CONSTRAINT "WalkFinding_closed" CHECK (("state" = 'CLOSED') = ("closedOn" IS NOT NULL)
      AND ("state" = 'CLOSED') = ("verifiedById" IS NOT NULL) AND ("verifiedById" IS DISTINCT FROM "walkId")),
    CONSTRAINT "WalkFinding_submitted" CHECK ("state" NOT IN ('TO_VERIFY', 'CLOSED') OR ("submittedOn" IS NOT NULL AND "result" IS NOT NULL)),
    -- What was not measured before cannot have been saved; what was is measured again.
    CONSTRAINT "WalkFinding_measured" CHECK ("state" = 'CLOSED'
      AND ("beforeDays" IS NULL) = ("afterDays" IS NULL)
      AND ("beforePapers" IS NULL) = ("afterPapers" IS NULL)
      AND ("beforeTrips" IS NULL) = ("afterTrips" IS NULL)
      OR "state" <> 'CLOSED' AND "afterDays" IS NULL AND "afterPapers" IS NULL AND "afterTrips" IS NULL)
);
CREATE INDEX "WalkFinding_districtId_state_dueOn_idx" ON "WalkFinding"("districtId", "state", "dueOn");
CREATE INDEX "WalkFinding_districtId_closedOn_idx" ON "WalkFinding"("districtId", "closedOn");
CREATE INDEX "WalkFinding_ownerId_state_idx" ON "WalkFinding"("ownerId", "state");
CREATE INDEX "WalkFinding_walkId_idx" ON "WalkFinding"("walkId");

CREATE TABLE "WalkFindingMove" (
    "id" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "WalkFindingState",
    "to" "WalkFindingState" NOT NULL,
    "text" TEXT,
    "ownerId" UUID,
    "dueOn" DATE,
    "walkId" UUID,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "WalkFindingMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WalkFindingMove_findingId_at_idx" ON "WalkFindingMove"("findingId", "at");

-- 惠企大礼包: what was made up, who got it, and whether he says so.
CREATE TYPE "PackChannel" AS ENUM ('HALL', 'VISIT', 'POST');

CREATE TABLE "PackBatch" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "contents" TEXT[],
    "prepared" INTEGER NOT NULL,
    "costFen" BIGINT NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PackBatch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PackBatch_amounts" CHECK ("prepared" > 0 AND "costFen" >= 0)
);
CREATE UNIQUE INDEX "PackBatch_districtId_number_key" ON "PackBatch"("districtId", "number");
CREATE INDEX "PackBatch_districtId_on_idx" ON "PackBatch"("districtId", "on");

CREATE TABLE "GiftPack" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "batchId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "projectId" UUID,
    "channel" "PackChannel" NOT NULL,
    "contents" TEXT[],
    "on" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "note" TEXT,
    "code" TEXT NOT NULL,
    "confirmedOn" DATE,
    "confirmedSelf" BOOLEAN NOT NULL DEFAULT false,
    "receiver" TEXT,
    "returnedOn" DATE,
    "returnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftPack_pkey" PRIMARY KEY ("id"),
    -- What came back was not kept, and says why it came.
    CONSTRAINT "GiftPack_returned" CHECK (("returnedOn" IS NULL) = ("returnReason" IS NULL)
      AND ("returnedOn" IS NULL OR "confirmedOn" IS NULL)),
    CONSTRAINT "GiftPack_days" CHECK ("confirmedOn" >= "on" AND "returnedOn" >= "on")
);
CREATE UNIQUE INDEX "GiftPack_districtId_number_key" ON "GiftPack"("districtId", "number");
CREATE UNIQUE INDEX "GiftPack_districtId_code_key" ON "GiftPack"("districtId", "code");
-- An enterprise has one pack of a batch; one that came back does not count.
CREATE UNIQUE INDEX "GiftPack_once" ON "GiftPack"("batchId", "enterpriseId") WHERE "returnedOn" IS NULL;
CREATE INDEX "GiftPack_districtId_on_idx" ON "GiftPack"("districtId", "on");
CREATE INDEX "GiftPack_batchId_idx" ON "GiftPack"("batchId");
CREATE INDEX "GiftPack_enterpriseId_idx" ON "GiftPack"("enterpriseId");
CREATE INDEX "GiftPack_projectId_idx" ON "GiftPack"("projectId");
CREATE INDEX "GiftPack_byId_idx" ON "GiftPack"("byId");

-- Problems an enterprise told whoever walked by.
ALTER TABLE "Issue" ADD COLUMN "walkId" UUID;
CREATE INDEX "Issue_walkId_idx" ON "Issue"("walkId");

ALTER TABLE "Walk" ADD CONSTRAINT "Walk_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Walk" ADD CONSTRAINT "Walk_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Walk" ADD CONSTRAINT "Walk_walkerId_fkey" FOREIGN KEY ("walkerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Walk" ADD CONSTRAINT "Walk_verifiesId_fkey" FOREIGN KEY ("verifiesId") REFERENCES "WalkFinding"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WalkStep" ADD CONSTRAINT "WalkStep_walkId_fkey" FOREIGN KEY ("walkId") REFERENCES "Walk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WalkFinding" ADD CONSTRAINT "WalkFinding_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WalkFinding" ADD CONSTRAINT "WalkFinding_walkId_fkey" FOREIGN KEY ("walkId") REFERENCES "Walk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WalkFinding" ADD CONSTRAINT "WalkFinding_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WalkFinding" ADD CONSTRAINT "WalkFinding_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "Walk"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WalkFindingMove" ADD CONSTRAINT "WalkFindingMove_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "WalkFinding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PackBatch" ADD CONSTRAINT "PackBatch_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GiftPack" ADD CONSTRAINT "GiftPack_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GiftPack" ADD CONSTRAINT "GiftPack_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PackBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GiftPack" ADD CONSTRAINT "GiftPack_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GiftPack" ADD CONSTRAINT "GiftPack_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "GiftPack" ADD CONSTRAINT "GiftPack_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_walkId_fkey" FOREIGN KEY ("walkId") REFERENCES "Walk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "WalkFindingMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
