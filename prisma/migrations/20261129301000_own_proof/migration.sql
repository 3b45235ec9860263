-- When whoever is signed in last showed once more that it is him, for what asks that. 再次确认本人
ALTER TABLE "Session" ADD COLUMN "provedAt" TIMESTAMPTZ(3);
