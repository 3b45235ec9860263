-- Chinese text is searched by trigram.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('HEAD', 'LEADER', 'OFFICE', 'TASKFORCE', 'STEWARD', 'CONTACT', 'AGENCY', 'AGENCY_HEAD', 'STREET', 'BANK', 'DISCIPLINE', 'BIZENV', 'SYSADMIN', 'SECADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('GREY', 'GREEN', 'BLUE', 'YELLOW', 'RED');

-- CreateEnum
CREATE TYPE "OrgKind" AS ENUM ('OFFICE', 'LEADERSHIP', 'TASKFORCE', 'STREET', 'AGENCY', 'UTILITY', 'SERVICE_BUREAU', 'BANK', 'DISCIPLINE', 'STEWARD_UNIT', 'ADMIN');

-- CreateEnum
CREATE TYPE "IssueSource" AS ENUM ('LEDGER', 'STEWARD', 'CONTACT', 'STREET', 'MEETING', 'WALKTHROUGH', 'ASSISTANCE', 'MONITOR_POINT');

-- CreateEnum
CREATE TYPE "IssueTier" AS ENUM ('DEPARTMENT', 'TASKFORCE', 'DISTRICT', 'CITY');

-- CreateEnum
CREATE TYPE "IssueState" AS ENUM ('TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'SOLVED', 'EXPLAINED', 'IN_PROGRESS', 'UNSOLVABLE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "LevelCause" AS ENUM ('FACT', 'DAY', 'RULES', 'CALENDAR', 'IMPORT');

-- CreateEnum
CREATE TYPE "ProcedureState" AS ENUM ('NOT_STARTED', 'READY', 'RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL', 'DONE', 'DONE_TOL', 'REJECTED', 'WITHDRAWN', 'NA');

-- CreateEnum
CREATE TYPE "ProjectStage" AS ENUM ('PLANNING', 'NEGOTIATING', 'SIGNED', 'PERMITTING', 'CONSTRUCTION', 'COMPLETED', 'PRODUCTION', 'FULL_CAPACITY');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'REMOVED', 'MERGED');

-- CreateEnum
CREATE TYPE "ProjectNature" AS ENUM ('NEW', 'CONTINUED', 'RENOVATION');

-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MilestoneKind" AS ENUM ('IN_LIBRARY', 'SIGNING', 'SITE', 'START', 'ENROLMENT', 'TOPPING_OUT', 'COMPLETION', 'PRODUCTION', 'FULL_CAPACITY');

-- CreateEnum
CREATE TYPE "PlanTarget" AS ENUM ('MILESTONE', 'PROCEDURE_SUBMIT', 'PROCEDURE_FINISH');

-- CreateEnum
CREATE TYPE "UpdateKind" AS ENUM ('CHANGED', 'UNCHANGED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "passwordExpiresAt" TIMESTAMPTZ(3),
    "passwordChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "role" "Role" NOT NULL,
    "personId" UUID NOT NULL,
    "orgId" UUID,
    "enterpriseId" UUID,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "theme" TEXT NOT NULL DEFAULT 'light',
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "secondFactorAt" TIMESTAMPTZ(3),
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "District" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "brand" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "parentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "District_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Org" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "kind" "OrgKind" NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dissolvedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Org_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "creditCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "title" TEXT,
    "orgId" UUID,
    "enterpriseId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deputy" (
    "id" UUID NOT NULL,
    "absentId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deputy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "districtId" UUID,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "projectId" UUID,
    "ok" BOOLEAN NOT NULL,
    "code" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" SERIAL NOT NULL,
    "fromId" BIGINT NOT NULL,
    "toId" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actorId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actorId","action","key")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "name" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "summary" JSONB,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("name","period")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" "IssueSource" NOT NULL,
    "text" TEXT NOT NULL,
    "request" TEXT,
    "projectId" UUID,
    "procedureId" UUID,
    "enterpriseId" UUID,
    "tier" "IssueTier" NOT NULL DEFAULT 'DEPARTMENT',
    "leadOrgId" UUID,
    "ownerId" UUID,
    "state" "IssueState" NOT NULL DEFAULT 'TO_ASSIGN',
    "raisedOn" DATE NOT NULL,
    "dueOn" DATE,
    "closedOn" DATE,
    "result" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportChange" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "ImportChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NameMapping" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,

    CONSTRAINT "NameMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LevelChange" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on" DATE NOT NULL,
    "from" "Level",
    "to" "Level" NOT NULL,
    "ruleId" TEXT,
    "reasons" JSONB NOT NULL,
    "owner" TEXT,
    "inputs" JSONB NOT NULL,
    "rulesVersion" INTEGER NOT NULL,
    "cause" "LevelCause" NOT NULL,
    "actorId" UUID,

    CONSTRAINT "LevelChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MonthLevel" (
    "projectId" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "level" "Level" NOT NULL,
    "raw" "Level" NOT NULL,
    "escalated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "MonthLevel_pkey" PRIMARY KEY ("projectId","month")
);

-- CreateTable
CREATE TABLE "Procedure" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "agencyId" UUID,
    "handlerId" UUID,
    "predecessors" TEXT[],
    "promisedWd" INTEGER NOT NULL,
    "statutoryDays" INTEGER,
    "statutoryUnit" TEXT,
    "statutoryWd" INTEGER,
    "extensionWd" INTEGER NOT NULL DEFAULT 0,
    "planWd" INTEGER NOT NULL,
    "state" "ProcedureState" NOT NULL DEFAULT 'NOT_STARTED',
    "receivedOn" DATE,
    "acceptedOn" DATE,
    "finishedOn" DATE,
    "rejectedOn" DATE,
    "supplementSince" DATE,
    "supplementLimitWd" INTEGER,
    "specialSince" DATE,
    "specialLimitWd" INTEGER,
    "toleranceDueOn" DATE,
    "pauses" JSONB NOT NULL DEFAULT '[]',
    "supplements" INTEGER NOT NULL DEFAULT 0,
    "naReason" TEXT,
    "certificateNo" TEXT,
    "expiresOn" DATE,
    "enteredOn" DATE NOT NULL,
    "planSubmitOn" DATE,
    "planFinishOn" DATE,
    "baselineFinishOn" DATE,
    "planMoves" INTEGER NOT NULL DEFAULT 0,
    "level" "Level" NOT NULL DEFAULT 'GREY',
    "levelReasons" JSONB NOT NULL DEFAULT '[]',
    "levelOwner" TEXT,
    "nextLevelOn" DATE,
    "nextLevel" "Level",
    "nextOwner" TEXT,
    "evaluatedOn" DATE,
    "rulesVersion" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Procedure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcedureEvent" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "fromState" "ProcedureState" NOT NULL,
    "toState" "ProcedureState" NOT NULL,
    "on" DATE NOT NULL,
    "recordedOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "data" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,
    "approverId" UUID,
    "actorId" UUID,
    "takesBack" INTEGER,

    CONSTRAINT "ProcedureEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "nature" "ProjectNature",
    "content" TEXT,
    "buildFrom" CHAR(7),
    "buildTo" CHAR(7),
    "totalFen" BIGINT,
    "note" TEXT,
    "stage" "ProjectStage" NOT NULL DEFAULT 'PLANNING',
    "status" "ProjectStatus" NOT NULL DEFAULT 'ACTIVE',
    "mergedIntoId" UUID,
    "taskforceId" UUID,
    "streetId" UUID,
    "leadUnitId" UUID,
    "enterpriseId" UUID,
    "leaderId" UUID,
    "contactId" UUID,
    "templateId" UUID,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "enteredOn" DATE NOT NULL,
    "lastVerifiedOn" DATE,
    "lastChangedOn" DATE,
    "enrolledOn" DATE,
    "progressText" TEXT,
    "nextPlanText" TEXT,
    "level" "Level" NOT NULL DEFAULT 'GREY',
    "levelReasons" JSONB NOT NULL DEFAULT '[]',
    "levelOwner" TEXT,
    "nextLevelOn" DATE,
    "nextLevel" "Level",
    "nextOwner" TEXT,
    "evaluatedOn" DATE,
    "rulesVersion" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StewardAssignment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE,
    "note" TEXT,

    CONSTRAINT "StewardAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "openItems" JSONB NOT NULL,
    "state" "HandoverState" NOT NULL DEFAULT 'PROPOSED',
    "answer" TEXT,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectAgency" (
    "projectId" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "personId" UUID,

    CONSTRAINT "ProjectAgency_pkey" PRIMARY KEY ("projectId","orgId")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "MilestoneKind" NOT NULL,
    "baselineOn" DATE,
    "plannedOn" DATE,
    "actualOn" DATE,
    "monthOnly" BOOLEAN NOT NULL DEFAULT false,
    "moves" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChange" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "target" "PlanTarget" NOT NULL,
    "milestoneId" UUID,
    "procedureId" UUID,
    "fromOn" DATE,
    "toOn" DATE,
    "reason" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on" DATE NOT NULL,

    CONSTRAINT "PlanChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "YearPlan" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "plannedFen" BIGINT NOT NULL,
    "openingFen" BIGINT NOT NULL DEFAULT 0,
    "enteredFen" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "YearPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvestmentEntry" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "weekOf" DATE NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InvestmentEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WeeklyUpdate" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "weekOf" DATE NOT NULL,
    "kind" "UpdateKind" NOT NULL,
    "text" TEXT,
    "nextPlanText" TEXT,
    "completedFen" BIGINT,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,

    CONSTRAINT "WeeklyUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageChange" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fromStage" "ProjectStage",
    "toStage" "ProjectStage" NOT NULL,
    "fromStatus" "ProjectStatus",
    "toStatus" "ProjectStatus" NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT,
    "approverId" UUID,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StageChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulesVersion" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "params" JSONB NOT NULL,
    "note" TEXT,
    "proposedBy" UUID,
    "approvedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RulesVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HolidayYear" (
    "year" INTEGER NOT NULL,
    "noticeUrl" TEXT,
    "noticeTitle" TEXT,
    "off" JSONB NOT NULL,
    "work" JSONB NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HolidayYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "CalendarOverride" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "CalendarOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogVersion" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CatalogVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogItem" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "nationalStage" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "agencyName" TEXT NOT NULL,
    "agencyNameEn" TEXT NOT NULL,
    "agencyId" UUID,
    "clock" TEXT NOT NULL,
    "statutoryDays" INTEGER,
    "statutoryUnit" TEXT,
    "lawTitle" TEXT,
    "lawArticle" TEXT,
    "sourceUrl" TEXT,
    "sourceStatus" TEXT,
    "promisedWd" INTEGER NOT NULL,
    "promisedStatus" TEXT NOT NULL,
    "planWd" INTEGER NOT NULL,
    "predecessors" TEXT[],
    "parallelGroup" TEXT,
    "materials" TEXT[],
    "tolerance" BOOLEAN NOT NULL,
    "commitment" BOOLEAN NOT NULL,
    "result" TEXT,
    "validityMonths" INTEGER,
    "validityNote" TEXT,
    "appliesWhen" TEXT,
    "keyNode" BOOLEAN NOT NULL,
    "notes" TEXT,

    CONSTRAINT "CatalogItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "description" TEXT,
    "targetAgencyWd" INTEGER NOT NULL,
    "startConditions" TEXT[],
    "items" JSONB NOT NULL,
    "overrides" JSONB NOT NULL,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "User_personId_key" ON "User"("personId");

-- CreateIndex
CREATE INDEX "User_districtId_role_idx" ON "User"("districtId", "role");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_idx" ON "Session"("userId", "revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "District_code_key" ON "District"("code");

-- CreateIndex
CREATE INDEX "Org_districtId_kind_idx" ON "Org"("districtId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Org_districtId_name_key" ON "Org"("districtId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_districtId_name_key" ON "Enterprise"("districtId", "name");

-- CreateIndex
CREATE INDEX "Person_districtId_name_idx" ON "Person"("districtId", "name");

-- CreateIndex
CREATE INDEX "Deputy_deputyId_toOn_idx" ON "Deputy"("deputyId", "toOn");

-- CreateIndex
CREATE INDEX "Deputy_absentId_toOn_idx" ON "Deputy"("absentId", "toOn");

-- CreateIndex
CREATE INDEX "AuditEntry_projectId_at_idx" ON "AuditEntry"("projectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "Issue_projectId_closedOn_idx" ON "Issue"("projectId", "closedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_districtId_number_key" ON "Issue"("districtId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ImportChange_batchId_seq_key" ON "ImportChange"("batchId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "NameMapping_districtId_kind_text_key" ON "NameMapping"("districtId", "kind", "text");

-- CreateIndex
CREATE INDEX "LevelChange_projectId_on_idx" ON "LevelChange"("projectId", "on");

-- CreateIndex
CREATE INDEX "LevelChange_districtId_on_idx" ON "LevelChange"("districtId", "on");

-- CreateIndex
CREATE INDEX "Procedure_districtId_nextLevelOn_idx" ON "Procedure"("districtId", "nextLevelOn");

-- CreateIndex
CREATE INDEX "Procedure_agencyId_state_idx" ON "Procedure"("agencyId", "state");

-- CreateIndex
CREATE INDEX "Procedure_agencyId_projectId_idx" ON "Procedure"("agencyId", "projectId");

-- CreateIndex
CREATE INDEX "Procedure_handlerId_state_idx" ON "Procedure"("handlerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Procedure_projectId_code_key" ON "Procedure"("projectId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "ProcedureEvent_procedureId_seq_key" ON "ProcedureEvent"("procedureId", "seq");

-- CreateIndex
CREATE INDEX "Project_districtId_level_number_idx" ON "Project"("districtId", "level" DESC, "number");

-- CreateIndex
CREATE INDEX "Project_districtId_status_level_totalFen_id_idx" ON "Project"("districtId", "status", "level", "totalFen", "id");

-- CreateIndex
CREATE INDEX "Project_districtId_nextLevelOn_idx" ON "Project"("districtId", "nextLevelOn");

-- CreateIndex
CREATE INDEX "Project_searchText_idx" ON "Project" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Project_taskforceId_idx" ON "Project"("taskforceId");

-- CreateIndex
CREATE INDEX "Project_streetId_idx" ON "Project"("streetId");

-- CreateIndex
CREATE INDEX "Project_leaderId_idx" ON "Project"("leaderId");

-- CreateIndex
CREATE INDEX "Project_enterpriseId_idx" ON "Project"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_districtId_number_key" ON "Project"("districtId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Project_districtId_name_key" ON "Project"("districtId", "name");

-- CreateIndex
CREATE INDEX "StewardAssignment_personId_toOn_idx" ON "StewardAssignment"("personId", "toOn");

-- CreateIndex
CREATE INDEX "StewardAssignment_projectId_fromOn_idx" ON "StewardAssignment"("projectId", "fromOn");

-- CreateIndex
CREATE INDEX "Handover_toId_state_idx" ON "Handover"("toId", "state");

-- CreateIndex
CREATE INDEX "Handover_projectId_state_idx" ON "Handover"("projectId", "state");

-- CreateIndex
CREATE INDEX "Milestone_kind_plannedOn_idx" ON "Milestone"("kind", "plannedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_projectId_kind_key" ON "Milestone"("projectId", "kind");

-- CreateIndex
CREATE INDEX "PlanChange_projectId_at_idx" ON "PlanChange"("projectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "YearPlan_projectId_year_key" ON "YearPlan"("projectId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "InvestmentEntry_projectId_weekOf_key" ON "InvestmentEntry"("projectId", "weekOf");

-- CreateIndex
CREATE INDEX "WeeklyUpdate_projectId_at_idx" ON "WeeklyUpdate"("projectId", "at" DESC);

-- CreateIndex
CREATE INDEX "StageChange_projectId_at_idx" ON "StageChange"("projectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RulesVersion_districtId_number_key" ON "RulesVersion"("districtId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarOverride_districtId_day_key" ON "CalendarOverride"("districtId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogVersion_districtId_number_key" ON "CatalogVersion"("districtId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogItem_versionId_code_key" ON "CatalogItem"("versionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Template_versionId_code_key" ON "Template"("versionId", "code");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "District" ADD CONSTRAINT "District_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "District"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Org" ADD CONSTRAINT "Org_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_absentId_fkey" FOREIGN KEY ("absentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_leadOrgId_fkey" FOREIGN KEY ("leadOrgId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportChange" ADD CONSTRAINT "ImportChange_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameMapping" ADD CONSTRAINT "NameMapping_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelChange" ADD CONSTRAINT "LevelChange_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelChange" ADD CONSTRAINT "LevelChange_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthLevel" ADD CONSTRAINT "MonthLevel_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "CatalogItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcedureEvent" ADD CONSTRAINT "ProcedureEvent_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_taskforceId_fkey" FOREIGN KEY ("taskforceId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_streetId_fkey" FOREIGN KEY ("streetId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_leadUnitId_fkey" FOREIGN KEY ("leadUnitId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_leaderId_fkey" FOREIGN KEY ("leaderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StewardAssignment" ADD CONSTRAINT "StewardAssignment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StewardAssignment" ADD CONSTRAINT "StewardAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectAgency" ADD CONSTRAINT "ProjectAgency_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectAgency" ADD CONSTRAINT "ProjectAgency_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectAgency" ADD CONSTRAINT "ProjectAgency_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearPlan" ADD CONSTRAINT "YearPlan_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvestmentEntry" ADD CONSTRAINT "InvestmentEntry_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyUpdate" ADD CONSTRAINT "WeeklyUpdate_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulesVersion" ADD CONSTRAINT "RulesVersion_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarOverride" ADD CONSTRAINT "CalendarOverride_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogItem" ADD CONSTRAINT "CatalogItem_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogItem" ADD CONSTRAINT "CatalogItem_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Template" ADD CONSTRAINT "Template_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here on: what the Prisma schema cannot say.

-- Exactly one live steward per project.
CREATE UNIQUE INDEX "StewardAssignment_one_live" ON "StewardAssignment" ("projectId") WHERE "toOn" IS NULL;
ALTER TABLE "StewardAssignment" ADD CONSTRAINT "StewardAssignment_span" CHECK ("toOn" IS NULL OR "toOn" >= "fromOn");
-- One open handover per project at a time.
CREATE UNIQUE INDEX "Handover_one_open" ON "Handover" ("projectId") WHERE "state" = 'PROPOSED';
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_two_people" CHECK ("fromId" <> "toId");
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_span" CHECK ("toOn" >= "fromOn" AND "absentId" <> "deputyId");

-- 0 < P <= S while both are working days; a calendar-day limit is compared after K14 and may shrink over a holiday.
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_limits" CHECK (
  "promisedWd" > 0 AND ("statutoryDays" IS NULL OR "statutoryDays" > 0) AND "extensionWd" >= 0
  AND ("statutoryUnit" IS DISTINCT FROM 'WD' OR "promisedWd" <= "statutoryDays"));
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_dates" CHECK (
  ("finishedOn" IS NULL OR "acceptedOn" IS NULL OR "finishedOn" >= "acceptedOn")
  AND ("planFinishOn" IS NULL OR "planSubmitOn" IS NULL OR "planFinishOn" >= "planSubmitOn"));
ALTER TABLE "CatalogItem" ADD CONSTRAINT "CatalogItem_limits" CHECK (
  "promisedWd" > 0 AND ("statutoryDays" IS NULL OR "statutoryDays" > 0)
  AND ("statutoryUnit" IS DISTINCT FROM 'WD' OR "promisedWd" <= "statutoryDays"));

-- Money is an integer of fen, never negative, below 10 trillion yuan.
ALTER TABLE "Project" ADD CONSTRAINT "Project_money" CHECK ("totalFen" IS NULL OR "totalFen" BETWEEN 0 AND 1000000000000000);
ALTER TABLE "Project" ADD CONSTRAINT "Project_span" CHECK ("buildFrom" IS NULL OR "buildTo" IS NULL OR "buildTo" >= "buildFrom");
ALTER TABLE "YearPlan" ADD CONSTRAINT "YearPlan_money" CHECK ("plannedFen" BETWEEN 0 AND 1000000000000000 AND "openingFen" >= 0);
ALTER TABLE "InvestmentEntry" ADD CONSTRAINT "InvestmentEntry_money" CHECK ("amountFen" BETWEEN 0 AND 1000000000000000);

-- The year's completed money is the opening plus the weekly entries. Their sum stands beside the plan, because every
-- ledger shows it in its totals; the database keeps it, so that no writer can forget to.
CREATE FUNCTION year_plan_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."enteredFen" := coalesce((SELECT sum("amountFen") FROM "InvestmentEntry"
    WHERE "projectId" = NEW."projectId" AND extract(year FROM "weekOf") = NEW.year), 0);
  RETURN NEW;
END $$;
CREATE TRIGGER year_plan_entered BEFORE INSERT OR UPDATE OF "projectId", year ON "YearPlan"
  FOR EACH ROW EXECUTE FUNCTION year_plan_entered();

CREATE FUNCTION investment_entry_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "YearPlan" SET "enteredFen" = "enteredFen" - OLD."amountFen"
      WHERE "projectId" = OLD."projectId" AND year = extract(year FROM OLD."weekOf");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "YearPlan" SET "enteredFen" = "enteredFen" + NEW."amountFen"
      WHERE "projectId" = NEW."projectId" AND year = extract(year FROM NEW."weekOf");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER investment_entry_counts AFTER INSERT OR UPDATE OR DELETE ON "InvestmentEntry"
  FOR EACH ROW EXECUTE FUNCTION investment_entry_counts();

-- An administrator never holds a business role and vice versa: one role per account is the column itself; one person
-- holds one account because of the unique personId.

-- Rows the day job looks for.
CREATE INDEX "Procedure_due" ON "Procedure" ("nextLevelOn") WHERE "nextLevelOn" IS NOT NULL;
CREATE INDEX "Project_due" ON "Project" ("nextLevelOn") WHERE "nextLevelOn" IS NOT NULL;

-- The audit log can only grow.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER audit_entry_rows BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_entry_all BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_seal_rows BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_seal_all BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

-- History rows never change; they go only with the whole record when an import batch is undone.
CREATE FUNCTION history_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(current_setting('app.undo_import', true), '') <> '' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "LevelChange" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "ProcedureEvent" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "PlanChange" FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "StageChange" FOR EACH ROW EXECUTE FUNCTION history_append_only();
