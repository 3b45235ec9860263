-- A second factor at sign-in: what an authenticator counts with, and codes for when it is lost. 两步验证
ALTER TYPE "AdminChangeKind" ADD VALUE 'ACCOUNT_RESET_FACTOR' BEFORE 'ACCOUNT_MOVE';
ALTER TYPE "AdminChangeKind" ADD VALUE 'DISTRICT_FACTOR';

ALTER TABLE "District" ADD COLUMN "factorGroups" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "District" ADD COLUMN "otpAlgo" TEXT NOT NULL DEFAULT 'sha1';
ALTER TABLE "District" ADD CONSTRAINT "District_otpAlgo_known" CHECK ("otpAlgo" IN ('sha1', 'sha256', 'sm3'));

-- Whose account was changed hears of it; what was decided before is no news.
ALTER TABLE "AdminChange" ADD COLUMN "heardAt" TIMESTAMPTZ(3);
CREATE INDEX "AdminChange_subjectId_state_idx" ON "AdminChange"("subjectId", "state");

CREATE TABLE "SecondFactor" (
    "userId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId"),
    CONSTRAINT "SecondFactor_algorithm_known" CHECK ("algorithm" IN ('sha1', 'sha256', 'sm3')),
    CONSTRAINT "SecondFactor_confirmed_by_a_code" CHECK (("confirmedAt" IS NULL) = ("lastStep" IS NULL))
);

CREATE TABLE "RecoveryCode" (
    "hash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
