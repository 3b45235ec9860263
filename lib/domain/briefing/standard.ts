/** A paragraph of the standard text: its key stays, its template is the office's to change. */
export type StandardParagraph = Readonly<{ key: string; text: string }>
/** A part of the briefing 章节, as other-mechanisms §2–§11 have it. */
export type StandardSection = Readonly<{ key: string; heading: string; paragraphs: readonly StandardParagraph[] }>

/**
 * The standard text of a briefing 标准文本: every number is the name of a figure. A paragraph whose figures nobody counts is
 * left out of the paper.
 *
 * @source other-mechanisms §1–§11
 */
export const STANDARD_SECTIONS: readonly StandardSection[] = [
  {
    key: 'drive',
    heading: '产业项目推进情况',
    paragraphs: [
      {
        key: 'drive-lead',
        text: '区委书记、区长任组长，组长{drive.heads}名，成立{drive.taskforces:和}等{drive.taskforceCount}个专班，由{drive.leaders}名区领导分包项目。',
      },
      {
        key: 'drive-stock',
        text: '{scope.name}谋划产业项目{projects.inLibrary}个，签约落地{projects.signed}个，占{projects.signedShare}；其中开工及以后{projects.started}个，投产及以后{projects.producing}个，签约到开工转化率{projects.startedShare}，开工到投产转化率{projects.producingShare}。',
      },
      {
        key: 'drive-flow',
        text: '{period.name}新签约{projects.newSigned}个，新开工{projects.newStarted}个，新投产{projects.newProducing}个。签约到开工用时中位数{projects.daysToStart}，开工到投产用时中位数{projects.daysToProduce}。',
      },
      {
        key: 'drive-colours',
        text: '按四色管理，红色{levels.red}个、黄色{levels.yellow}个、蓝色{levels.blue}个、绿色{levels.green}个，未计时{levels.grey}个。',
      },
    ],
  },
  {
    key: 'stewards',
    heading: '项目管家服务',
    paragraphs: [
      {
        key: 'stewards-load',
        text: '落实“1+1+N”服务，{stewards.count}名项目管家服务项目，超出负荷的{stewards.overloaded}名。没有管家的项目{projects.noSteward}个，没有分包领导的项目{projects.noLeader}个。',
      },
      {
        key: 'stewards-procedures',
        text: '{period.name}办结手续{procedures.finished}项，按承诺办结{procedures.kept}项，按承诺办结率{procedures.keptShare}；在办{procedures.open}项，其中超期{procedures.late}项。',
      },
      {
        key: 'stewards-issues',
        text: '{period.name}项目管家提出问题{issues.steward.total}件，已解决{issues.steward.solved}件，解决率{issues.steward.rate}。',
      },
    ],
  },
  {
    key: 'meetings',
    heading: '例会议定与督办',
    paragraphs: [
      {
        key: 'meetings-decisions',
        text: '{period.name}召开周例会{meetings.held}次，议定事项{meetings.decided}项，已销号{meetings.closed}项，到期事项按期销号率{meetings.onTimeShare}。',
      },
    ],
  },
  {
    key: 'factors',
    heading: '要素保障',
    paragraphs: [
      {
        key: 'factors-met',
        text: '在库项目提出要素需求{factors.total}项，已落实{factors.met}项，落实率{factors.metShare}；正在落实{factors.open}项，逾期{factors.late}项。',
      },
    ],
  },
  {
    key: 'financing',
    heading: '银企合作',
    paragraphs: [
      {
        key: 'financing-harbours',
        text: '已建成金融服务港湾{harbours.built}家。',
      },
      {
        key: 'financing-platform',
        text: '通过郑好融平台，辖区中小微企业和个体工商户申请贷款{financing.appliedPlatform}，授信{financing.grantedPlatform}，占{financing.grantRatePlatform}。',
      },
      {
        key: 'financing-list',
        text: '按“企业资信+重点项目+融资需求”清单，收到融资需求{financing.needs}项，申请{financing.applied}，其中推荐给银行{financing.recommended}项，授信{financing.granted}；新增放款{financing.paidNew}，续贷放款{financing.paidRenewed}，从受理到决定用时中位数{financing.decisionDays}。',
      },
      {
        key: 'financing-events',
        text: '举办政银企对接活动{events.held}场，现场意向金额{events.intended}；意向、授信、放款分别统计，不相加。',
      },
    ],
  },
  {
    key: 'walks',
    heading: '一把手走流程',
    paragraphs: [
      {
        key: 'walks-findings',
        text: '部门一把手走流程{walks.walks}次，发现问题{walks.findings}个，销号率{walks.closedShare}，减材料{walks.papersSaved}份、减跑动{walks.tripsSaved}次、减时限{walks.daysSaved}。',
      },
      {
        key: 'walks-issues',
        text: '协调解决企业问题{walks.issuesSolved}个。',
      },
    ],
  },
  {
    key: 'packs',
    heading: '惠企大礼包',
    paragraphs: [
      {
        key: 'packs-handed',
        text: '发放惠企大礼包{packs.handed:余百}件，惠及企业{packs.enterprises}家，新办企业覆盖率{packs.newShare}。',
      },
    ],
  },
  {
    key: 'appeals',
    heading: '万人助万企',
    paragraphs: [
      {
        key: 'appeals-solved',
        text: '收到企业诉求问题{appeals.received}条，已解决{appeals.solved}条，解决率{appeals.strictRate:整数}；含企业理解的{appeals.looseRate}。',
      },
      {
        key: 'appeals-jobs',
        text: '举办用工对接活动{jobs.events}场，对接用工岗位{jobs.matched:余万}个。',
      },
      {
        key: 'appeals-credit',
        text: '意向签约授信金额{appeals.intendedCredit:余千}，为意向金额，不计入授信。',
      },
      {
        key: 'appeals-outbound',
        text: '境外投资备案{outbound.filedUSD}，在{outbound.warehouseCountries:和}建设海外仓{outbound.warehouses}个，推介纳入对外经济合作“白名单”企业{outbound.whiteListed}家。',
      },
    ],
  },
  {
    key: 'points',
    heading: '营商环境监测与督办',
    paragraphs: [
      {
        key: 'points-complaints',
        text: '设营商环境监测点{points.open}个。{period.name}受理诉求投诉{complaints.total}件，按期答复{complaints.onTime}件，按期答复率{complaints.onTimeShare}，满意率{complaints.satisfiedShare}；重复反映{complaints.repeated}件，超期未办{complaints.late}件。',
      },
      {
        key: 'points-supervision',
        text: '{period.name}监督岗立督办单{supervision.issued}件，按期回复率{supervision.inTimeShare}，已核实销号{supervision.closed}件，其中属实整改{supervision.substantiated}件、部分属实{supervision.partly}件。',
      },
    ],
  },
  {
    key: 'promotion',
    heading: '民间投资推介',
    paragraphs: [
      {
        key: 'promotion-pushed',
        text: '向国家、省级平台推介民间投资项目{promotion.pushed}个，总投资{promotion.pushedTotal}；有意向的民间资本{promotion.interested}家。',
      },
    ],
  },
  {
    key: 'upgrades',
    heading: '三化改造',
    paragraphs: [
      {
        key: 'upgrades-stock',
        text: '推进高端化、智能化、绿色化改造项目{upgrades.stock}个，总投资{upgrades.investment}，涉及企业{upgrades.enterprises}家。',
      },
      {
        key: 'upgrades-events',
        text: '举办三化改造政银企对接活动{events.upgrade.held}场，{events.upgrade.enterprises:余十}家重点企业、{events.upgrade.banks}家银行参加，现场签订意向{events.upgrade.intentions}项，意向金额{events.upgrade.intended}，为意向金额，不计入授信。',
      },
    ],
  },
]

const PARAGRAPHS: ReadonlyMap<string, StandardParagraph> = new Map(
  STANDARD_SECTIONS.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => [paragraph.key, paragraph] as const)),
)

/** The standard text of a paragraph; undefined where there is no such paragraph. */
export const standardText = (key: string): string | undefined => PARAGRAPHS.get(key)?.text
/** Every paragraph there is. */
export const PARAGRAPH_KEYS: readonly string[] = [...PARAGRAPHS.keys()]
