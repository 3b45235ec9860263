-- CreateEnum
CREATE TYPE "MonitorPointKind" AS ENUM ('ENTERPRISE', 'PARK', 'HALL', 'SITE');

-- CreateEnum
CREATE TYPE "CodePlateEnd" AS ENUM ('REPLACED', 'REVOKED', 'CLOSED');

-- CreateTable
CREATE TABLE "MonitorPoint" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "MonitorPointKind" NOT NULL,
    "address" TEXT NOT NULL,
    "enterpriseId" UUID,
    "supervisorId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "registeredOn" DATE NOT NULL,
    "openedOn" DATE,
    "closedOn" DATE,
    "closedReason" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MonitorPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodePlate" (
    "id" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT,
    "issuedOn" DATE NOT NULL,
    "issuedById" UUID NOT NULL,
    "postedOn" DATE,
    "endedOn" DATE,
    "end" "CodePlateEnd",
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodePlate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MonitorPoint_districtId_number_key" ON "MonitorPoint"("districtId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MonitorPoint_districtId_name_key" ON "MonitorPoint"("districtId", "name");

-- CreateIndex
CREATE INDEX "MonitorPoint_enterpriseId_idx" ON "MonitorPoint"("enterpriseId");

-- CreateIndex
CREATE INDEX "MonitorPoint_supervisorId_idx" ON "MonitorPoint"("supervisorId");

-- CreateIndex
CREATE INDEX "MonitorPoint_contactId_idx" ON "MonitorPoint"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "CodePlate_code_key" ON "CodePlate"("code");

-- CreateIndex
CREATE INDEX "CodePlate_pointId_createdAt_idx" ON "CodePlate"("pointId", "createdAt");

-- AddForeignKey
ALTER TABLE "MonitorPoint" ADD CONSTRAINT "MonitorPoint_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitorPoint" ADD CONSTRAINT "MonitorPoint_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitorPoint" ADD CONSTRAINT "MonitorPoint_supervisorId_fkey" FOREIGN KEY ("supervisorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitorPoint" ADD CONSTRAINT "MonitorPoint_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodePlate" ADD CONSTRAINT "CodePlate_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "MonitorPoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the rules say, said once more where nobody gets around it.
ALTER TABLE "MonitorPoint"
  ADD CONSTRAINT "MonitorPoint_number" CHECK ("number" BETWEEN 1 AND 999),
  ADD CONSTRAINT "MonitorPoint_days" CHECK ("closedOn" IS NULL OR "openedOn" IS NULL OR "closedOn" >= "openedOn"),
  ADD CONSTRAINT "MonitorPoint_closed" CHECK (("closedOn" IS NULL) = ("closedReason" IS NULL));
ALTER TABLE "CodePlate"
  ADD CONSTRAINT "CodePlate_days" CHECK ("postedOn" IS NULL OR "postedOn" >= "issuedOn"),
  ADD CONSTRAINT "CodePlate_ended" CHECK (("endedOn" IS NULL) = ("end" IS NULL) AND ("endedOn" IS NULL OR "endedOn" >= "issuedOn"));
-- At a point hangs one plate, and one more may wait to take its place.
CREATE UNIQUE INDEX "CodePlate_one_posted" ON "CodePlate"("pointId") WHERE "endedOn" IS NULL AND "postedOn" IS NOT NULL;
CREATE UNIQUE INDEX "CodePlate_one_waiting" ON "CodePlate"("pointId") WHERE "endedOn" IS NULL AND "postedOn" IS NULL;
