-- 会议纪要、周简报: what a meeting leaves on paper, in versions; one that is signed never changes again.
CREATE TYPE "PaperKind" AS ENUM ('MINUTES', 'BRIEF');

CREATE TABLE "MeetingPaper" (
    "id" UUID NOT NULL,
    "districtId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "note" TEXT,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "checksum" TEXT,
    "supersedesId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingPaper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "MeetingPaper_nth" CHECK ("nth" >= 1),
    -- Signed means by whom, when, and what exactly.
    CONSTRAINT "MeetingPaper_signed" CHECK (
      ("signedAt" IS NULL) = ("signedById" IS NULL) AND ("signedAt" IS NULL) = ("checksum" IS NULL)
    ),
    -- A later version says what it corrects, and why.
    CONSTRAINT "MeetingPaper_note" CHECK (("nth" = 1) = ("supersedesId" IS NULL) AND ("nth" = 1) = ("note" IS NULL))
);

CREATE UNIQUE INDEX "MeetingPaper_meetingId_kind_nth_key" ON "MeetingPaper"("meetingId", "kind", "nth");
-- One draft at a time.
CREATE UNIQUE INDEX "MeetingPaper_draft" ON "MeetingPaper"("meetingId", "kind") WHERE "signedAt" IS NULL;
CREATE UNIQUE INDEX "MeetingPaper_supersedesId_key" ON "MeetingPaper"("supersedesId");
CREATE INDEX "MeetingPaper_districtId_kind_idx" ON "MeetingPaper"("districtId", "kind");
CREATE INDEX "MeetingPaper_signedById_idx" ON "MeetingPaper"("signedById");

ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "MeetingPaper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION paper_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signedAt" IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a signed paper stays as it is: % refused', TG_OP;
END $$;
CREATE TRIGGER signed_papers BEFORE UPDATE OR DELETE ON "MeetingPaper" FOR EACH ROW EXECUTE FUNCTION paper_signed_stays();

-- What a brief says besides the colours, frozen with them: names, what was raised to the district, permits that run out.
ALTER TABLE "WeekProject" ADD COLUMN "name" TEXT,
ADD COLUMN "item" TEXT,
ADD COLUMN "raised" JSONB,
ADD COLUMN "expiries" JSONB;
