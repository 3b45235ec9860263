/**
 * What the services for enterprises hold in a district of any size, written by the database itself: five enterprises a project,
 * each with an address, an industry and a visit, every second with a pack, a need of every project with its bank's answer, a walk
 * for every tenth project, an event for every fiftieth.
 */
export const serviceFacts = (projects: number): string => `
  INSERT INTO "Enterprise"(id, "districtId", name, "searchText", industry, "streetId", "foundedOn")
    SELECT gen_random_uuid(), p."districtId", '第' || p.number || '-' || n || '号企业', '第' || p.number || '-' || n || '号企业',
      (ARRAY['MANUFACTURING', 'SOFTWARE', 'TRADE', 'CONSTRUCTION']::"Industry"[])[(p.number + n) % 4 + 1], p."streetId",
      date '2015-01-01' + (p.number * 5 + n) % 4200
    FROM "Project" p CROSS JOIN generate_series(1, 5) n;
  UPDATE "Project" p SET "enterpriseId" = e.id FROM "Enterprise" e WHERE e.name = '第' || p.number || '-1号企业';
  INSERT INTO "Org"(id, "districtId", kind, name, "shortName")
    SELECT gen_random_uuid(), d.id, 'BANK', '银行' || n, '银行' || n FROM "District" d, generate_series(1, 8) n;
  INSERT INTO "VisitPlan"(id, "districtId", "enterpriseId", "unitId", "on", purpose, state, decision)
    SELECT gen_random_uuid(), e."districtId", e.id, o.id, date '2026-01-05' + (row_number() OVER (ORDER BY e.name))::int % 340, '了解用工和融资',
      CASE WHEN row_number() OVER (ORDER BY e.name) % 3 = 0 THEN 'PLANNED' ELSE 'HELD' END::"VisitState",
      CASE WHEN row_number() OVER (ORDER BY e.name) % 3 = 0 THEN NULL ELSE '无需协调' END
    FROM "Enterprise" e, (SELECT id FROM "Org" WHERE kind = 'OFFICE') o;
  INSERT INTO "PackBatch"(id, "districtId", number, name, contents, prepared, "costFen", "on")
    SELECT gen_random_uuid(), d.id, 1, '第一批', ARRAY['政策汇编'], 100000, 100000000, '2026-01-04' FROM "District" d;
  INSERT INTO "GiftPack"(id, "districtId", number, "batchId", "enterpriseId", channel, contents, "on", "byId", code, "confirmedOn", receiver)
    SELECT gen_random_uuid(), e."districtId", e.nth, b.id, e.id, 'HALL', b.contents, date '2026-01-05' + e.nth::int % 320, s.id, 'B' || e.nth,
      CASE WHEN e.nth % 4 > 0 THEN date '2026-01-06' + e.nth::int % 320 END, CASE WHEN e.nth % 4 > 0 THEN '张会计' END
    FROM (SELECT *, row_number() OVER (ORDER BY name) AS nth FROM "Enterprise") e, "PackBatch" b, (SELECT id FROM "Person" WHERE name = '周办1') s
    WHERE e.nth % 2 = 0;
  INSERT INTO "FinancingNeed"(id, "districtId", number, "enterpriseId", "projectId", purpose, "amountFen", months, collateral, "contactName", "contactPhone",
    channel, "filedOn", state)
    SELECT gen_random_uuid(), p."districtId", p.number, p."enterpriseId", p.id, 'BUILD', 1000000000, 36, 'MORTGAGE', '刘经理', '13800000000', 'OFFICE',
      date '2026-01-05' + p.number % 300, (ARRAY['PAID', 'GRANTED', 'RECOMMENDED']::"FinancingState"[])[p.number % 3 + 1]
    FROM "Project" p;
  INSERT INTO "FinancingOffer"(id, "needId", "bankId", state, "recommendedOn", "acceptedOn", "contactedOn", "decidedOn", "grantedFen", "rateBp", "signedOn", "signedFen")
    SELECT gen_random_uuid(), n.id, b.id, n.state, n."filedOn" + 3, CASE WHEN n.state <> 'RECOMMENDED' THEN n."filedOn" + 4 END,
      CASE WHEN n.state <> 'RECOMMENDED' THEN n."filedOn" + 5 END, CASE WHEN n.state <> 'RECOMMENDED' THEN n."filedOn" + 20 END,
      CASE WHEN n.state <> 'RECOMMENDED' THEN n."amountFen" END, CASE WHEN n.state <> 'RECOMMENDED' THEN 380 END, CASE WHEN n.state = 'PAID' THEN n."filedOn" + 25 END,
      CASE WHEN n.state = 'PAID' THEN n."amountFen" END
    FROM "FinancingNeed" n JOIN (SELECT id, row_number() OVER (ORDER BY name) AS nth FROM "Org" WHERE kind = 'BANK') b ON b.nth = n.number % 8 + 1;
  INSERT INTO "FinancingPayment"(id, "offerId", kind, fen, "on")
    SELECT gen_random_uuid(), id, 'NEW', "signedFen", "signedOn" + 3 FROM "FinancingOffer" WHERE state = 'PAID';
  INSERT INTO "Walk"(id, "districtId", number, "unitId", leader, code, item, mode, place, "on", days, state, "walkerId")
    SELECT gen_random_uuid(), d.id, n, o.id, '郑局', 'GH01', '用地预审', 'SELF', 'HALL', date '2026-01-05' + n % 320, 9, 'DONE', s.id
    FROM "District" d, generate_series(1, ${Math.floor(projects / 10)}) n, (SELECT id FROM "Org" WHERE kind = 'AGENCY' ORDER BY name LIMIT 1) o,
      (SELECT id FROM "Person" WHERE name = '经办1') s;
  INSERT INTO "WalkStep"(id, "walkId", position, name, minutes, papers, trips)
    SELECT gen_random_uuid(), w.id, n, '第' || n || '步', 20, n, n % 2 FROM "Walk" w, generate_series(1, 5) n;
  INSERT INTO "WalkFinding"(id, "districtId", "walkId", step, kind, text, measure, "ownerId", "raisedOn", "dueOn", state, result, "submittedOn",
    "beforePapers", "beforeTrips", "afterPapers", "afterTrips", "verifiedById", "closedOn")
    SELECT gen_random_uuid(), w."districtId", w.id, '第' || n || '步', 'DIFFICULTY', '窗口要复印件', 'PAPERS', w."unitId", w."on", w."on" + 14,
      CASE WHEN n = 3 THEN 'TO_MEND' ELSE 'CLOSED' END::"WalkFindingState", CASE WHEN n < 3 THEN '不再收' END, CASE WHEN n < 3 THEN w."on" + 7 END,
      n, 1, CASE WHEN n < 3 THEN 0 END, CASE WHEN n < 3 THEN 0 END, CASE WHEN n < 3 THEN again.id END, CASE WHEN n < 3 THEN w."on" + 10 END
    FROM "Walk" w JOIN "Walk" again ON again.number = w.number % (${Math.floor(projects / 10)}) + 1, generate_series(1, 3) n;
  INSERT INTO "FinanceEvent"(id, "districtId", theme, kind, "heldOn", "startsAt", place, "organiserId", state, "invitedOn")
    SELECT gen_random_uuid(), d.id, '第' || n || '场对接', 'GENERAL', date '2026-01-12' + n % 310, '14:30', '会议中心', o.id, 'HELD', date '2026-01-05' + n % 310
    FROM "District" d, generate_series(1, ${Math.floor(projects / 50)}) n, (SELECT id FROM "Org" WHERE kind = 'OFFICE') o;
  INSERT INTO "EventIntention"(id, "eventId", "enterpriseId", "bankId", "intendedFen", "signedOn")
    SELECT gen_random_uuid(), e.id, f.id, b.id, 500000000, e."heldOn"
    FROM (SELECT *, row_number() OVER (ORDER BY "heldOn", id) AS nth FROM "FinanceEvent") e
      JOIN (SELECT id, row_number() OVER (ORDER BY name) AS nth FROM "Enterprise") f ON f.nth % (${Math.floor(projects / 50)}) + 1 = e.nth AND f.nth % 5 = 0,
      (SELECT id FROM "Org" WHERE kind = 'BANK' ORDER BY name LIMIT 1) b;`
