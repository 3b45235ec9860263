-- Day the term of a problem runs from since it was opened again; one that had no new term is counted as before.
ALTER TABLE "Issue" ADD COLUMN "reopenedOn" DATE;
