-- Reds of a subject's own that stood at a month's data line: what it is reminded of. 月末自己负责的红
ALTER TYPE "RankingIndicator" ADD VALUE 'RED';
