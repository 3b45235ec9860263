-- What was written down by mistake on a walk is taken back by whoever wrote it, the same day; its row and its history stay.
ALTER TYPE "WalkFindingState" ADD VALUE 'WITHDRAWN';
