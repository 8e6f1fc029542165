-- Requests that are done once, however often they are sent: written with what they add, no part of the chain, forgotten after some
-- days. Of the time only the day stands here, since a complaint is such a request, too.
CREATE TABLE once (
  key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  content BLOB NOT NULL CHECK (length(content) = 32),
  day INTEGER NOT NULL,
  answer BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX once_by_day ON once (day);
