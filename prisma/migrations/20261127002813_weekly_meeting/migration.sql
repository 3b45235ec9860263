-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('DRAFT', 'SENT', 'HELD', 'SIGNED', 'CANCELLED', 'REPORT_ONLY');

-- CreateEnum
CREATE TYPE "AgendaState" AS ENUM ('OPEN', 'DROPPED', 'MERGED', 'SETTLED', 'DECIDED', 'NEXT_TIME', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('TO_SIGN', 'IN_HAND', 'REPORTED', 'REVIEW', 'SUSPENDED', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SlipKind" AS ENUM ('ASSIGN', 'URGE', 'SUPERVISE');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('INVITED', 'PRESENT', 'LEAVE', 'LISTENING');

-- CreateTable
CREATE TABLE "MeetingRhythm" (
    "districtId" UUID NOT NULL,
    "dataLineWeekday" INTEGER NOT NULL,
    "dataLineHour" INTEGER NOT NULL,
    "agendaWeekday" INTEGER NOT NULL,
    "agendaHour" INTEGER NOT NULL,
    "sendWeekday" INTEGER NOT NULL,
    "sendHour" INTEGER NOT NULL,
    "meetingWeekday" INTEGER NOT NULL,
    "meetingHour" INTEGER NOT NULL,
    "maxTopics" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingRhythm_pkey" PRIMARY KEY ("districtId")
);

-- CreateTable
CREATE TABLE "WeekSnapshot" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "weekOf" DATE NOT NULL,
    "dataLineOn" DATE NOT NULL,
    "dataLineHour" INTEGER NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checksum" TEXT NOT NULL,

    CONSTRAINT "WeekSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WeekProject" (
    "snapshotId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "reasons" JSONB NOT NULL,
    "owner" TEXT,
    "stage" "ProjectStage" NOT NULL,
    "status" "ProjectStatus" NOT NULL,
    "stewardId" UUID,
    "leaderId" UUID,
    "taskforceId" UUID,
    "startOn" DATE,
    "productionOn" DATE,
    "plannedFen" BIGINT,
    "doneFen" BIGINT,
    "progressText" TEXT,
    "reportedOn" DATE,

    CONSTRAINT "WeekProject_pkey" PRIMARY KEY ("snapshotId","projectId")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "weekOf" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "week" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "hour" INTEGER NOT NULL,
    "place" TEXT,
    "chairId" UUID,
    "state" "MeetingState" NOT NULL DEFAULT 'DRAFT',
    "overReason" TEXT,
    "reason" TEXT,
    "builtAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "also" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "projectId" UUID,
    "title" TEXT,
    "level" "Level",
    "history" JSONB,
    "proposal" JSONB,
    "ask" TEXT,
    "orgIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "personIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "minutes" INTEGER NOT NULL DEFAULT 8,
    "state" "AgendaState" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT,
    "intoId" UUID,
    "settledId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "projectId" UUID,
    "year" INTEGER NOT NULL,
    "week" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "tier" "IssueTier" NOT NULL,
    "leadOrgId" UUID,
    "supportIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "ownerId" UUID,
    "raisedById" UUID,
    "issuedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "state" "TaskState" NOT NULL DEFAULT 'TO_SIGN',
    "result" TEXT,
    "procedureId" UUID,
    "attachmentId" UUID,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskMove" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "TaskState" NOT NULL,
    "to" "TaskState" NOT NULL,
    "text" TEXT,
    "untilOn" DATE,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "TaskMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slip" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "kind" "SlipKind" NOT NULL,
    "draftedOn" DATE NOT NULL,
    "issuedOn" DATE,
    "issuedById" UUID,
    "replyDueOn" DATE,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "refused" TEXT,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "orgId" UUID,
    "personId" UUID,
    "state" "AttendanceState" NOT NULL DEFAULT 'INVITED',
    "note" TEXT,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WeekSnapshot_districtId_weekOf_key" ON "WeekSnapshot"("districtId", "weekOf");

-- CreateIndex
CREATE INDEX "WeekProject_projectId_idx" ON "WeekProject"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_districtId_weekOf_key" ON "Meeting"("districtId", "weekOf");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_projectId_key" ON "AgendaItem"("meetingId", "projectId");

-- CreateIndex
CREATE INDEX "Task_districtId_state_dueOn_idx" ON "Task"("districtId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Task_projectId_state_idx" ON "Task"("projectId", "state");

-- CreateIndex
CREATE INDEX "Task_leadOrgId_state_idx" ON "Task"("leadOrgId", "state");

-- CreateIndex
CREATE INDEX "Task_ownerId_state_idx" ON "Task"("ownerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Task_districtId_year_week_nth_key" ON "Task"("districtId", "year", "week", "nth");

-- CreateIndex
CREATE INDEX "TaskMove_taskId_at_idx" ON "TaskMove"("taskId", "at");

-- CreateIndex
CREATE INDEX "Slip_kind_issuedOn_idx" ON "Slip"("kind", "issuedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_taskId_kind_key" ON "Slip"("taskId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_orgId_key" ON "Attendance"("meetingId", "orgId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_personId_key" ON "Attendance"("meetingId", "personId");

-- AddForeignKey
ALTER TABLE "MeetingRhythm" ADD CONSTRAINT "MeetingRhythm_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeekSnapshot" ADD CONSTRAINT "WeekSnapshot_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeekProject" ADD CONSTRAINT "WeekProject_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "WeekSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeekProject" ADD CONSTRAINT "WeekProject_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_chairId_fkey" FOREIGN KEY ("chairId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_settledId_fkey" FOREIGN KEY ("settledId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_leadOrgId_fkey" FOREIGN KEY ("leadOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskMove" ADD CONSTRAINT "TaskMove_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is frozen stays as it is; a course of a task only grows.
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "WeekSnapshot" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "WeekProject" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "TaskMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();

ALTER TABLE "MeetingRhythm"
  ADD CONSTRAINT "MeetingRhythm_weekday_check" CHECK (
    "dataLineWeekday" BETWEEN 1 AND 5 AND "agendaWeekday" BETWEEN 1 AND 5 AND "sendWeekday" BETWEEN 1 AND 5
    AND "meetingWeekday" BETWEEN 1 AND 5),
  ADD CONSTRAINT "MeetingRhythm_hour_check" CHECK (
    "dataLineHour" BETWEEN 0 AND 23 AND "agendaHour" BETWEEN 0 AND 23 AND "sendHour" BETWEEN 0 AND 23
    AND "meetingHour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "MeetingRhythm_topics_check" CHECK ("maxTopics" BETWEEN 1 AND 60);
ALTER TABLE "AgendaItem"
  ADD CONSTRAINT "AgendaItem_about_check" CHECK ("projectId" IS NOT NULL OR "title" IS NOT NULL),
  ADD CONSTRAINT "AgendaItem_merged_check" CHECK (("state" = 'MERGED') = ("intoId" IS NOT NULL)),
  ADD CONSTRAINT "AgendaItem_reason_check" CHECK ("state" NOT IN ('DROPPED', 'SETTLED') OR "reason" IS NOT NULL);
ALTER TABLE "Task"
  ADD CONSTRAINT "Task_nth_check" CHECK ("nth" >= 1),
  ADD CONSTRAINT "Task_due_check" CHECK ("dueOn" >= "issuedOn"),
  ADD CONSTRAINT "Task_closed_check" CHECK (("state" = 'CLOSED') = ("closedOn" IS NOT NULL));
ALTER TABLE "Attendance"
  ADD CONSTRAINT "Attendance_who_check" CHECK (("orgId" IS NULL) <> ("personId" IS NULL));
