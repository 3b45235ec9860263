-- Which projects an agency takes part in: by a procedure it decides, or as an agency added to the project. One row each,
-- where asking the procedures meant three of them per project, for every list, count and picker an agency sees.
CREATE TABLE "AgencyProject" (
    "orgId" UUID NOT NULL,
    "projectId" UUID NOT NULL,

    CONSTRAINT "AgencyProject_pkey" PRIMARY KEY ("orgId","projectId")
);
-- AddForeignKey
ALTER TABLE "AgencyProject" ADD CONSTRAINT "AgencyProject_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "AgencyProject" ADD CONSTRAINT "AgencyProject_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- CreateIndex
CREATE INDEX "AgencyProject_projectId_idx" ON "AgencyProject"("projectId");

INSERT INTO "AgencyProject"("orgId", "projectId")
  SELECT "agencyId", "projectId" FROM "Procedure" WHERE "agencyId" IS NOT NULL
  UNION SELECT "orgId", "projectId" FROM "ProjectAgency";

-- Kept by the database, so that no writer, import or seed can forget it.
CREATE FUNCTION agency_joins(agency uuid, project uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "AgencyProject"("orgId", "projectId") VALUES (agency, project) ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION agency_leaves(agency uuid, project uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "AgencyProject" WHERE "orgId" = agency AND "projectId" = project
    AND NOT EXISTS (SELECT 1 FROM "Procedure" WHERE "agencyId" = agency AND "projectId" = project)
    AND NOT EXISTS (SELECT 1 FROM "ProjectAgency" WHERE "orgId" = agency AND "projectId" = project)
$$;
-- Many procedures are made at once: one statement for all of them.
CREATE FUNCTION procedures_join() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AgencyProject"("orgId", "projectId")
    SELECT DISTINCT "agencyId", "projectId" FROM made WHERE "agencyId" IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER procedures_join AFTER INSERT ON "Procedure" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION procedures_join();
CREATE FUNCTION procedure_agency_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."agencyId" IS NOT NULL THEN PERFORM agency_joins(NEW."agencyId", NEW."projectId"); END IF;
  IF OLD."agencyId" IS NOT NULL THEN PERFORM agency_leaves(OLD."agencyId", OLD."projectId"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER procedure_agency_moves AFTER UPDATE OF "agencyId" ON "Procedure" FOR EACH ROW
  WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId") EXECUTE FUNCTION procedure_agency_changes();
CREATE TRIGGER procedure_agency_goes AFTER DELETE ON "Procedure" FOR EACH ROW EXECUTE FUNCTION procedure_agency_changes();
CREATE FUNCTION extra_agency_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN PERFORM agency_joins(NEW."orgId", NEW."projectId"); END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM agency_leaves(OLD."orgId", OLD."projectId"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER extra_agency_changes AFTER INSERT OR UPDATE OR DELETE ON "ProjectAgency"
  FOR EACH ROW EXECUTE FUNCTION extra_agency_changes();

-- What the ledger counts: the tabs by stage and last check, the year's money, and the units it offers to filter by.
-- CreateIndex
CREATE INDEX "Project_districtId_status_stage_lastVerifiedOn_id_idx" ON "Project"("districtId", "status", "stage", "lastVerifiedOn", "id");
-- CreateIndex
CREATE INDEX "Project_leadUnitId_idx" ON "Project"("leadUnitId");
-- CreateIndex
CREATE INDEX "YearPlan_year_projectId_plannedFen_openingFen_enteredFen_idx" ON "YearPlan"("year", "projectId", "plannedFen", "openingFen", "enteredFen");

-- What the queue counts, of a district and of one agency; and an agency's finished ones, latest first.
-- CreateIndex
CREATE INDEX "Procedure_districtId_state_level_dueOn_finishedOn_idx" ON "Procedure"("districtId", "state", "level", "dueOn", "finishedOn");
-- DropIndex
DROP INDEX "Procedure_agencyId_state_idx";
-- CreateIndex
CREATE INDEX "Procedure_agencyId_state_level_dueOn_finishedOn_districtId_idx" ON "Procedure"("agencyId", "state", "level", "dueOn", "finishedOn", "districtId");
-- CreateIndex
CREATE INDEX "Procedure_agencyId_finishedOn_id_idx" ON "Procedure"("agencyId", "finishedOn", "id");

-- Colours of projects on the warning board: one change in twenty is a project's, the others are its procedures'.
CREATE INDEX "LevelChange_projects" ON "LevelChange" ("districtId", "on", "at", "id") INCLUDE ("projectId", "from", "to") WHERE "procedureId" IS NULL;

-- Rows the day job and every reader look for: one index each instead of two, without the rows that never turn again.
DROP INDEX "Procedure_due";
DROP INDEX "Project_due";
-- DropIndex
DROP INDEX "Procedure_districtId_nextLevelOn_idx";
-- DropIndex
DROP INDEX "Project_districtId_nextLevelOn_idx";
CREATE INDEX "Procedure_due" ON "Procedure" ("districtId", "nextLevelOn") INCLUDE ("projectId") WHERE "nextLevelOn" IS NOT NULL;
CREATE INDEX "Project_due" ON "Project" ("districtId", "nextLevelOn") INCLUDE ("id") WHERE "nextLevelOn" IS NOT NULL;
