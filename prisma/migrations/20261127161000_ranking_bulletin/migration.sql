-- The bulletin of a month 月通报 as it was signed with its version: a reprint is the same paper.
ALTER TABLE "RankingVersion" ADD COLUMN "bulletin" JSONB;
