-- An account that never chose a language follows the one chosen on the sign-in page. Those that have Chinese today were
-- given it by the default: nobody had to choose it.
ALTER TABLE "User" ALTER COLUMN "locale" DROP NOT NULL, ALTER COLUMN "locale" DROP DEFAULT;
UPDATE "User" SET "locale" = NULL WHERE "locale" = 'zh-CN';
