-- CreateTable
CREATE TABLE "AuditDigest" (
    "entryId" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "AuditDigest_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "AuditCheck" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "entries" INTEGER NOT NULL,
    "unsealed" INTEGER NOT NULL,
    "seals" INTEGER NOT NULL,
    "flawCount" INTEGER NOT NULL,
    "flaws" JSONB NOT NULL,

    CONSTRAINT "AuditCheck_pkey" PRIMARY KEY ("id")
);

-- What is written of an entry the moment it is entered: from then on one changed byte names its row, sealed or not.
CREATE FUNCTION audit_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AuditDigest" ("entryId", "digest")
  SELECT "id", sha256(convert_to(jsonb_build_array("id", extract(epoch FROM "at"), "districtId", "actorId", "actorName",
    "actorRole", "action", "subject", "projectId", "ok", "code", "detail", "address")::text, 'UTF8'))
  FROM entered;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_digest AFTER INSERT ON "AuditEntry" REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION audit_digest();

-- Entries there are already; what their seals cover is held against these by the next check.
INSERT INTO "AuditDigest" ("entryId", "digest")
SELECT "id", sha256(convert_to(jsonb_build_array("id", extract(epoch FROM "at"), "districtId", "actorId", "actorName",
  "actorRole", "action", "subject", "projectId", "ok", "code", "detail", "address")::text, 'UTF8'))
FROM "AuditEntry";

-- Both can only grow, as the log itself.
CREATE TRIGGER audit_digest_rows BEFORE UPDATE OR DELETE ON "AuditDigest" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_digest_all BEFORE TRUNCATE ON "AuditDigest" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_check_rows BEFORE UPDATE OR DELETE ON "AuditCheck" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_check_all BEFORE TRUNCATE ON "AuditCheck" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
