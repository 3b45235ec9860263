-- What a task waits for besides its state: a day somebody asked for, an objection, and the day its result was handed in.
ALTER TABLE "Task" ADD COLUMN "askedUntilOn" DATE,
ADD COLUMN "objectedOn" DATE,
ADD COLUMN "submittedOn" DATE;
