-- An amount that was written down wrong is put right with its reason; what was said before stays in the history. 更正数量
ALTER TYPE "FactorMoveKind" ADD VALUE 'CORRECT';
