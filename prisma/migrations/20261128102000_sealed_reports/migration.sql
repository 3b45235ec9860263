-- What is told to the commission alone is sealed before it is stored 检举.
CREATE TYPE "SealedReportState" AS ENUM ('RECEIVED', 'REGISTERED', 'ACCEPTED', 'FORWARDED', 'RETURNED', 'TALKING', 'VERIFYING', 'SHELVED', 'CLOSED');

CREATE TABLE "ReportKey" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "salt" BYTEA NOT NULL,
    "ops" INTEGER NOT NULL,
    "memory" INTEGER NOT NULL,
    "before" BYTEA,
    "madeOn" DATE NOT NULL,
    "madeById" UUID NOT NULL,
    "changedOn" DATE,
    "retiredOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ReportKey_public" CHECK (length("publicKey") = 32),
    CONSTRAINT "ReportKey_wrapped" CHECK (length("wrapped") = 72 AND length("salt") = 16),
    CONSTRAINT "ReportKey_before" CHECK ("before" IS NULL OR length("before") = 80)
);
CREATE UNIQUE INDEX "ReportKey_districtId_number_key" ON "ReportKey"("districtId", "number");
CREATE UNIQUE INDEX "ReportKey_one_live" ON "ReportKey"("districtId") WHERE "retiredOn" IS NULL;
ALTER TABLE "ReportKey" ADD CONSTRAINT "ReportKey_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SealedReport" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "replyKey" BYTEA,
    "once" BYTEA,
    "filedOn" DATE NOT NULL,
    "filedHour" SMALLINT,
    "year" INTEGER,
    "number" INTEGER,
    "realName" BOOLEAN,
    "state" "SealedReportState" NOT NULL DEFAULT 'RECEIVED',
    "registeredOn" DATE,
    "acceptedOn" DATE,
    "closedOn" DATE,
    "toldOn" DATE,
    "answeredOn" DATE,
    "told" BYTEA,
    "answer" BYTEA,
    "released" INTEGER NOT NULL DEFAULT 0,
    "mixed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SealedReport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SealedReport_reply" CHECK ("replyKey" IS NULL OR length("replyKey") = 32),
    CONSTRAINT "SealedReport_hour" CHECK ("filedHour" BETWEEN 0 AND 23),
    CONSTRAINT "SealedReport_registered" CHECK (("state" = 'RECEIVED') = ("registeredOn" IS NULL)
      AND ("registeredOn" IS NULL) = ("realName" IS NULL) AND ("registeredOn" IS NULL) = ("number" IS NULL)
      AND ("number" IS NULL) = ("year" IS NULL)),
    CONSTRAINT "SealedReport_closed" CHECK (("closedOn" IS NOT NULL) = ("state" IN ('CLOSED', 'FORWARDED', 'RETURNED'))),
    CONSTRAINT "SealedReport_order" CHECK (coalesce("registeredOn", "filedOn") >= "filedOn"
      AND coalesce("closedOn", "filedOn") >= "filedOn" AND coalesce("toldOn", "filedOn") >= "filedOn"
      AND coalesce("answeredOn", "filedOn") >= "filedOn")
);
CREATE UNIQUE INDEX "SealedReport_replyKey_key" ON "SealedReport"("replyKey");
CREATE UNIQUE INDEX "SealedReport_once_key" ON "SealedReport"("once");
CREATE UNIQUE INDEX "SealedReport_districtId_year_number_key" ON "SealedReport"("districtId", "year", "number");
CREATE INDEX "SealedReport_districtId_filedOn_idx" ON "SealedReport"("districtId", "filedOn");
CREATE INDEX "SealedReport_keyId_idx" ON "SealedReport"("keyId");
ALTER TABLE "SealedReport" ADD CONSTRAINT "SealedReport_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SealedReport" ADD CONSTRAINT "SealedReport_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "ReportKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SealedReportFile" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "SealedReportFile_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SealedReportFile_reportId_position_key" ON "SealedReportFile"("reportId", "position");
ALTER TABLE "SealedReportFile" ADD CONSTRAINT "SealedReportFile_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SealedReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SealedReportMove" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "SealedReportState" NOT NULL,
    "to" "SealedReportState" NOT NULL,
    "keyId" UUID,
    "sealed" BYTEA,
    "on" DATE NOT NULL,
    "actorId" UUID NOT NULL,

    CONSTRAINT "SealedReportMove_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SealedReportMove_sealed" CHECK (("keyId" IS NULL) = ("sealed" IS NULL))
);
CREATE UNIQUE INDEX "SealedReportMove_reportId_nth_key" ON "SealedReportMove"("reportId", "nth");
ALTER TABLE "SealedReportMove" ADD CONSTRAINT "SealedReportMove_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SealedReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was told stays as it was told, and what was done about it stays told: nobody takes a report away or dates it anew.
CREATE FUNCTION sealed_report_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'sealed reports are kept: % refused', TG_OP;
  END IF;
  IF (NEW."id", NEW."districtId", NEW."keyId", NEW."sealed", NEW."replyKey", NEW."filedOn", NEW."filedHour")
    IS DISTINCT FROM (OLD."id", OLD."districtId", OLD."keyId", OLD."sealed", OLD."replyKey", OLD."filedOn", OLD."filedHour")
    OR (OLD."registeredOn" IS NOT NULL AND (NEW."registeredOn", NEW."year", NEW."number")
      IS DISTINCT FROM (OLD."registeredOn", OLD."year", OLD."number")) THEN
    RAISE EXCEPTION 'what was reported is not changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed_report_rows BEFORE UPDATE OR DELETE ON "SealedReport" FOR EACH ROW EXECUTE FUNCTION sealed_report_kept();
CREATE TRIGGER sealed_report_all BEFORE TRUNCATE ON "SealedReport" FOR EACH STATEMENT EXECUTE FUNCTION sealed_report_kept();
CREATE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "SealedReportMove" FOR EACH ROW EXECUTE FUNCTION history_append_only();
