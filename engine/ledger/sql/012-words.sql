-- The words that stand as two bytes in facts and records that begin with a byte 1: see quanze-ledger(5). Rows from before are plain.
CREATE TABLE words (
  number INTEGER PRIMARY KEY,           -- stands as the bytes 2 + number / 64 and 48 + number % 64
  word TEXT NOT NULL
) STRICT;
