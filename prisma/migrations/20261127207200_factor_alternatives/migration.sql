-- What cannot be provided waits for the office's word on what is done instead. 替代方案认可、重新落实
ALTER TYPE "FactorMoveKind" ADD VALUE 'ACCEPT';
ALTER TYPE "FactorMoveKind" ADD VALUE 'REOPEN';
