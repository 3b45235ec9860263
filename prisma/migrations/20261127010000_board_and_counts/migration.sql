-- Everything the tabs of the ledger and the warning board count, read from the index alone: a project's row is wide, and
-- both look at all of them.
CREATE INDEX "Project_counts" ON "Project" ("districtId", "status", "enteredOn")
  INCLUDE ("id", "number", "level", "stage", "lastVerifiedOn", "taskforceId", "streetId", "leaderId", "levelOwner");

-- Which projects left the ledger or came back since a day: few of its changes are.
CREATE INDEX "StageChange_status" ON "StageChange" ("on") INCLUDE ("projectId") WHERE "fromStatus" <> "toStatus";
