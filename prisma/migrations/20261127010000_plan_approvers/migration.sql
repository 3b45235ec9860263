-- A plan that moves is approved by the office (four-colours K12); moves recorded before it was asked for have nobody.
ALTER TABLE "PlanChange" ADD COLUMN "approverId" UUID;
