-- Who proposed a handover may take it back while nobody has answered. What waits already is found in the audit log.
ALTER TABLE "Handover" ADD COLUMN "proposerId" UUID;
UPDATE "Handover" h SET "proposerId" = u."personId"
FROM "AuditEntry" a JOIN "User" u ON u.id = a."actorId"
WHERE h.state = 'PROPOSED' AND a.action = 'handover.propose' AND a.ok
  AND a.detail -> 'projectIds' ? h."projectId"::text AND a.detail ->> 'toId' = h."toId"::text
  AND abs(extract(epoch FROM a.at - h."proposedAt")) < 60;
