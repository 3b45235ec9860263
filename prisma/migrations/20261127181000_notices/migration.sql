-- 逐级上报: who was told of a colour, and what was answered.
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "itemId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "step" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "channel" TEXT NOT NULL,
    "as" TEXT NOT NULL,
    "instead" BOOLEAN NOT NULL DEFAULT false,
    "answerBy" DATE,
    "planBy" DATE,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "endedOn" DATE,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Notice_item" CHECK ("itemId" = coalesce("procedureId", "projectId")),
    CONSTRAINT "Notice_days" CHECK ("on" >= "since")
);
CREATE UNIQUE INDEX "Notice_itemId_since_step_personId_key" ON "Notice"("itemId", "since", "step", "personId");
CREATE INDEX "Notice_personId_endedOn_seenAt_idx" ON "Notice"("personId", "endedOn", "seenAt");
CREATE INDEX "Notice_projectId_at_idx" ON "Notice"("projectId", "at");
CREATE INDEX "Notice_districtId_endedOn_idx" ON "Notice"("districtId", "endedOn");

CREATE TABLE "NoticeAnswer" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "itemId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "newOn" DATE NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID NOT NULL,

    CONSTRAINT "NoticeAnswer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "NoticeAnswer_item" CHECK ("itemId" = coalesce("procedureId", "projectId"))
);
CREATE INDEX "NoticeAnswer_itemId_since_idx" ON "NoticeAnswer"("itemId", "since");
CREATE INDEX "NoticeAnswer_projectId_at_idx" ON "NoticeAnswer"("projectId", "at");

ALTER TABLE "Notice" ADD CONSTRAINT "Notice_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NoticeAnswer" ADD CONSTRAINT "NoticeAnswer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NoticeAnswer" ADD CONSTRAINT "NoticeAnswer_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NoticeAnswer" ADD CONSTRAINT "NoticeAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Papers a colour calls for: drafted by a job, issued or refused by a person.
CREATE TABLE "ColourPaper" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "procedureId" UUID,
    "itemId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "draftedOn" DATE NOT NULL,
    "answerBy" DATE,
    "planBy" DATE,
    "year" INTEGER,
    "nth" INTEGER,
    "issuedOn" DATE,
    "issuedById" UUID,
    "said" JSONB,
    "refused" TEXT,
    "closedOn" DATE,
    "copiedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ColourPaper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ColourPaper_item" CHECK ("itemId" = coalesce("procedureId", "projectId")),
    CONSTRAINT "ColourPaper_issued" CHECK (("issuedOn" IS NULL) = ("nth" IS NULL) AND ("issuedOn" IS NULL) = ("said" IS NULL)
      AND ("issuedOn" IS NULL) = ("issuedById" IS NULL) AND ("issuedOn" IS NULL) = ("year" IS NULL)),
    CONSTRAINT "ColourPaper_one_end" CHECK ("issuedOn" IS NULL OR "refused" IS NULL),
    CONSTRAINT "ColourPaper_closed" CHECK ("closedOn" IS NULL OR "issuedOn" <= "closedOn")
);
CREATE UNIQUE INDEX "ColourPaper_itemId_since_kind_key" ON "ColourPaper"("itemId", "since", "kind");
CREATE UNIQUE INDEX "ColourPaper_districtId_year_nth_key" ON "ColourPaper"("districtId", "year", "nth");
CREATE INDEX "ColourPaper_districtId_draftedOn_idx" ON "ColourPaper"("districtId", "draftedOn");
CREATE INDEX "ColourPaper_projectId_idx" ON "ColourPaper"("projectId");
ALTER TABLE "ColourPaper" ADD CONSTRAINT "ColourPaper_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ColourPaper" ADD CONSTRAINT "ColourPaper_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ColourPaper" ADD CONSTRAINT "ColourPaper_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Messages that leave the system: by mail and to a robot, tried for two days.
CREATE TABLE "MessageChannel" (
    "districtId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL,
    "secret" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MessageChannel_pkey" PRIMARY KEY ("districtId", "kind"),
    CONSTRAINT "MessageChannel_kind" CHECK ("kind" IN ('EMAIL', 'ROBOT'))
);

CREATE TABLE "MailAddress" (
    "personId" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "failure" TEXT,
    "failedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MailAddress_pkey" PRIMARY KEY ("personId")
);
CREATE INDEX "MailAddress_districtId_idx" ON "MailAddress"("districtId");
ALTER TABLE "MailAddress" ADD CONSTRAINT "MailAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Delivery_one_end" CHECK ("deliveredAt" IS NULL OR "failedAt" IS NULL)
);
CREATE UNIQUE INDEX "Delivery_districtId_channel_kind_period_receiver_key" ON "Delivery"("districtId", "channel", "kind", "period", "receiver");
CREATE INDEX "Delivery_deliveredAt_failedAt_nextTryAt_idx" ON "Delivery"("deliveredAt", "failedAt", "nextTryAt");
