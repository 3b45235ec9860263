-- Where the working days of a finished procedure went, counted once from its moves and kept by the version it was counted at.
CREATE TABLE "TimeSpent" (
    "procedureId" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "agencyWd" INTEGER NOT NULL,
    "enterpriseWd" INTEGER NOT NULL,
    "marketWd" INTEGER NOT NULL,
    "specialWd" INTEGER NOT NULL,
    "notStartedWd" INTEGER NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TimeSpent_pkey" PRIMARY KEY ("procedureId"),
    CONSTRAINT "TimeSpent_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeSpent_parts" CHECK (LEAST("agencyWd", "enterpriseWd", "marketWd", "specialWd", "notStartedWd") >= 0)
);
CREATE INDEX "TimeSpent_districtId_idx" ON "TimeSpent"("districtId");
