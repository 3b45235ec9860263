import { describe, expect, test } from 'vitest'
import { type Action, type Actor, POLICY, ROLES, relationFor } from '@/lib/domain/access'
import { MOVES } from '@/lib/domain/procedure-move'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'

type Write = ((
  actor: Actor,
  input: unknown,
  options: { today: typeof START },
) => Promise<{ ok: boolean; error?: { code: string } }>) & {
  action: Action | ((input: { kind: string }) => Action)
}

const modules = import.meta.glob(['./*.ts', '!./*.test.ts', '!./*.fixture.ts'])
const isWrite = (value: unknown): value is Write => typeof value === 'function' && 'action' in value

/** Every write of lib/data, once for each action it can be. */
async function allWrites(): Promise<{ name: string; action: Action; input: { kind: string }; run: Write }[]> {
  const found = []
  for (const [file, load] of Object.entries(modules)) {
    const exported = (await load()) as Record<string, unknown>
    for (const [name, run] of Object.entries(exported)) {
      if (!isWrite(run)) continue
      const kinds = typeof run.action === 'function' ? MOVES.filter((k) => k !== 'OPEN' && k !== 'BLOCK') : ['']
      for (const kind of kinds) {
        const action = typeof run.action === 'function' ? run.action({ kind }) : run.action
        found.push({ name: `${file} ${name} ${kind}`.trim(), action, input: { kind }, run })
      }
    }
  }
  return found
}

const rowCounts = async () =>
  Promise.all([
    db.project.count(),
    db.procedureEvent.count(),
    db.planChange.count(),
    db.stageChange.count(),
    db.weeklyUpdate.count(),
    db.handover.count(),
    db.stewardAssignment.count(),
    db.calendarOverride.count(),
    db.deputy.count(),
    db.importBatch.count(),
    db.importDraft.count(),
    db.idempotencyKey.count(),
    db.projectAgency.count(),
    db.savedView.count(),
    db.tableSetting.count(),
    db.reminder.count(),
    db.adminChange.count(),
    db.session.count({ where: { revokedAt: null } }),
    db.attachment.count(),
    db.storedFile.count(),
    db.meeting.count(),
    db.agendaItem.count(),
    db.attendance.count(),
    db.decision.count(),
    db.meetingRhythm.count(),
    db.task.count(),
    db.taskMove.count(),
    db.slip.count(),
    db.issue.count(),
    db.issueMove.count(),
    db.meetingPaper.count(),
    db.rankingVersion.count(),
    db.rankingObjection.count(),
    db.rankingRules.count(),
    db.rulesTrial.count(),
    db.rulesProposal.count(),
    db.rating.count(),
    db.notice.count({ where: { seenAt: null } }),
    db.noticeAnswer.count(),
    db.messageChannel.count(),
    db.mailAddress.count(),
    db.colourPaper.count({ where: { issuedOn: null, refused: null } }),
    db.colourPaperStep.count(),
    db.factorNeed.count(),
    db.factorMove.count(),
    db.waiver.count(),
    db.waiverStep.count(),
    db.supervisionSlip.count(),
    db.supervisionMove.count(),
    db.walk.count(),
    db.walkStep.count(),
    db.walkFinding.count(),
    db.walkFindingMove.count(),
    db.packBatch.count(),
    db.giftPack.count(),
    db.enterprise.count(),
    db.enterpriseMerge.count(),
    db.jobNeed.count(),
    db.jobEvent.count(),
    db.jobEventPost.count(),
    db.outboundCase.count(),
    db.visitPlan.count(),
    db.visitMove.count(),
    db.intendedCredit.count(),
    db.promotion.count(),
    db.promotionParty.count(),
    db.promotionPush.count(),
    db.promotionMove.count(),
    db.upgradeProject.count(),
    db.upgradeMove.count(),
    db.upgradePolicy.count(),
    db.approval.count(),
    db.approvalStep.count(),
    db.financingNeed.count(),
    db.financingMove.count(),
    db.financingOffer.count(),
    db.financingConsent.count({ where: { withdrawnOn: null } }),
    db.financingPayment.count(),
    db.financingImport.count(),
    db.bankProduct.count({ where: { stoppedOn: null } }),
    db.harbour.count(),
    db.harbourMonth.count(),
    db.financeEvent.count(),
    db.eventGuest.count(),
    db.eventIntention.count(),
    db.eventFollow.count(),
    db.briefing.count(),
    db.briefingEdition.count(),
    db.briefingTemplate.count(),
    db.monitorPoint.count(),
    db.codePlate.count({ where: { endedOn: null } }),
    db.reportKey.count(),
    db.sealedReport.count(),
    db.sealedReportMove.count(),
    db.complaint.count(),
    db.complaintMove.count(),
    db.secondFactor.count(),
    db.recoveryCode.count({ where: { usedAt: null } }),
  ])

describe('every write, in every role', () => {
  test('each action of the policy is somebody’s write, and each write has its row in the policy', async () => {
    const used = new Set((await allWrites()).map((w) => w.action))
    expect([...used].filter((action) => !(action in POLICY))).toEqual([])
    expect(Object.keys(POLICY).filter((action) => !used.has(action as Action))).toEqual([])
  })

  test('a role without the right is refused, remembered, and changes nothing', async () => {
    const { office } = await makeDistrict()
    const writes = await allWrites()
    expect(writes.length).toBeGreaterThan(25)
    const before = await rowCounts()
    let denied = 0
    for (const role of ROLES) {
      const actor = { ...office, role } as Actor
      for (const { name, action, input, run } of writes) {
        if (relationFor(role, action) !== null) continue
        const remembered = await db.auditEntry.count({ where: { districtId: office.districtId } })
        const answer = await run(actor, input, { today: START })
        expect(`${name} as ${role}: ${answer.ok ? 'done' : answer.error?.code}`).toBe(`${name} as ${role}: FORBIDDEN`)
        expect(await db.auditEntry.count({ where: { districtId: office.districtId } })).toBe(remembered + 1)
        denied++
      }
    }
    expect(denied).toBeGreaterThan(200)
    expect(await rowCounts()).toEqual(before)
  })

  test('a right does not reach into another district', async () => {
    const [home, away] = [await makeDistrict(), await makeDistrict()]
    const before = await rowCounts()
    const input = {
      projectId: away.projectId,
      projectIds: [away.projectId],
      procedureId: away.first.id,
      version: away.first.version,
      userId: away.successor.userId,
      toId: home.successor.personId,
      orgId: away.first.agencyId,
      handoverId: away.projectId,
      batchId: away.projectId,
      draftId: away.projectId,
      answers: [],
      viewId: away.projectId,
      reminderId: away.projectId,
      updateIds: [away.projectId],
      itemId: away.projectId,
      taskId: away.projectId,
      slipId: away.projectId,
      issueId: away.projectId,
      supportIds: [],
      meetingId: away.projectId,
      paperId: away.projectId,
      decisionId: away.projectId,
      attendanceId: away.projectId,
      weekOf: START,
      subject: 'LEVEL',
      changeId: away.projectId,
      sessionId: away.projectId,
      month: '2026-10',
      table: 'STEWARD',
      subjectId: away.steward.personId,
      objectionId: away.projectId,
      rulesId: away.projectId,
      trialId: away.projectId,
      proposalId: away.projectId,
      needId: away.projectId,
      waiverId: away.projectId,
      walkId: away.projectId,
      stepId: away.projectId,
      findingId: away.projectId,
      packId: away.projectId,
      enterpriseId: away.projectId,
      staysId: away.projectId,
      goesId: away.first.id,
      sure: '1',
      eventId: away.projectId,
      caseId: away.projectId,
      visitId: away.projectId,
      keepId: away.projectId,
      visitIds: [away.projectId],
      intentId: away.projectId,
      promotionId: away.projectId,
      promotionIds: [away.projectId],
      upgradeId: away.projectId,
      approvalId: away.projectId,
      importId: away.projectId,
      lines: [],
      offerId: away.projectId,
      consentId: away.projectId,
      productId: away.projectId,
      bankId: away.projectId,
      harbourId: away.projectId,
      guestId: away.projectId,
      intentionId: away.projectId,
      followId: away.projectId,
      briefingId: away.projectId,
      reportId: away.projectId,
      keyId: away.projectId,
      complaintId: away.projectId,
      key: '—',
      name: '—',
      query: '',
      shared: false,
      stage: 'SIGNED',
      status: 'ACTIVE',
      on: START,
      reason: '—',
      text: '—',
    }
    const below = (await allWrites()).filter((w) =>
      /^(project\.(?!create)|procedure\.|handover\.|ledger\.undo|user\.(disable|unlock|issue)|session\.end$|secondFactor\.pass|change\.(withdraw|decide)|reminder\.|view\.remove|agenda\.(?!build)|meeting\.(?!rhythm)|decision\.|attendance\.|task\.|issue\.(?!enter)|slip\.|paper\.|ranking\.(?!proposeRules)|rules\.(?!try)|rating\.|factor\.|waiver\.|enterprise\.(?!create)|job\.(edit|offer)|outbound\.edit|visit\.(?!plan)|intent\.withdraw|promotion\.|upgrade\.(move|edit)|approval\.|financing\.(?!file|export|product|hold)|harbour\.(?!create)|financeEvent\.(?!create)|briefing\.(?!create)|walk\.(?!start)|finding\.|pack\.(confirm|return)|report\.(?!record)|reportKey\.(?!make)|complaint\.(?!enter)|supervision\.(?!take))/.test(
        w.action,
      ),
    )
    for (const { name, action, input: kind, run } of below) {
      const role = ROLES.find((r) => relationFor(r, action) !== null)
      const answer = await run({ ...home.office, role } as Actor, { ...input, ...kind }, { today: START })
      expect(`${name}: ${answer.ok ? 'done' : answer.error?.code}`).toMatch(
        /: (NOT_FOUND|BATCH_MISSING|NOT_A_STEWARD)$/,
      )
    }
    expect(await rowCounts()).toEqual(before)
  })
})
