-- What a month's audit asks of each paper stands beside what it adds, so that neither the wide row of the task nor that of the journal
-- is looked at. NULL in rows from before: there the audit reads the paper. Derived, like the sums.
ALTER TABLE rolled ADD COLUMN day INTEGER;
ALTER TABLE rolled ADD COLUMN entered_at INTEGER;           -- minute
ALTER TABLE rolled ADD COLUMN brief BLOB;                   -- as the audit writes it

-- A task that the villages' own list has was counted as put on villages, in sums made before that was asked. It counts where a finding
-- of the latest decision says that the list does not have it; else it is noted as unknown, until the task is decided again.
CREATE TEMP TABLE listed AS
  SELECT r.task AS task, r.month AS month, r.department AS department, r.townships AS townships
  FROM rolled r JOIN standing s ON s.task = r.task
  WHERE instr(char(10) || r.share, char(10) || 'passed_to_village 1' || char(10)) > 0
    AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.decision = s.decision AND f.rule = 'BURDEN-010' AND f.status IN ('fail', 'waived'));
CREATE INDEX temp.listed_at ON listed (month, department);

UPDATE rolled SET share = replace(share, 'passed_to_village 1' || char(10), '?passed_to_village' || char(10))
WHERE task IN (SELECT task FROM listed);

-- The line of a row of sums, cut into what stands before it, its number, and what stands behind.
CREATE TEMP TABLE changed AS
  SELECT month, township, department, head, substr(tail, instr(tail, char(10)) + 1) AS behind,
         CAST(substr(tail, 19, instr(tail, char(10)) - 19) AS INTEGER) - gone AS value
  FROM (SELECT m.month AS month, m.township AS township, m.department AS department,
               substr(m.sums, 1, instr(char(10) || m.sums, char(10) || 'passed_to_village ') - 1) AS head,
               substr(m.sums, instr(char(10) || m.sums, char(10) || 'passed_to_village ')) AS tail,
               (SELECT count(*) FROM listed l WHERE l.month = m.month AND l.department = m.department
                AND (m.township = '' OR instr(char(10) || l.townships, char(10) || m.township || char(10)) > 0)) AS gone
        FROM month_sums m
        WHERE instr(char(10) || m.sums, char(10) || 'passed_to_village ') > 0)
  WHERE gone > 0;
CREATE INDEX temp.changed_at ON changed (month, township, department);

UPDATE month_sums SET sums = (SELECT c.head || iif(c.value > 0, 'passed_to_village ' || c.value || char(10), '') || c.behind
                              FROM changed c WHERE c.month = month_sums.month AND c.township = month_sums.township
                              AND c.department = month_sums.department)
WHERE EXISTS (SELECT 1 FROM changed c WHERE c.month = month_sums.month AND c.township = month_sums.township
              AND c.department = month_sums.department);

DROP TABLE listed;
DROP TABLE changed;

-- What an unfinished paper does not tell was counted as not there. It is counted to "untold" now; a paper without a kind may be a
-- meeting or an inspection. A paper is finished that has a text, or says so.
CREATE TEMP TABLE unfinished AS
  SELECT r.task AS task, r.month AS month, r.department AS department, r.townships AS townships
  FROM rolled r JOIN tasks t ON t.seq = r.task
  WHERE t.source IS NULL AND instr(plain(t.facts), '"complete":true') = 0;
CREATE INDEX temp.unfinished_at ON unfinished (month, department);

-- The line's place is by its name: only "visits" stands behind it.
CREATE TEMP TABLE untold AS
  SELECT m.month AS month, m.township AS township, m.department AS department,
         instr(char(10) || m.sums || char(10) || 'visits ', char(10) || 'visits ') AS place,
         (SELECT count(*) FROM unfinished u WHERE u.month = m.month AND u.department = m.department
          AND (m.township = '' OR instr(char(10) || u.townships, char(10) || m.township || char(10)) > 0)) AS value
  FROM month_sums m;
CREATE INDEX temp.untold_at ON untold (month, township, department);
UPDATE month_sums SET sums = (SELECT substr(sums, 1, u.place - 1) || 'untold ' || u.value || char(10) || substr(sums, u.place)
                              FROM untold u WHERE u.month = month_sums.month AND u.township = month_sums.township
                              AND u.department = month_sums.department)
WHERE EXISTS (SELECT 1 FROM untold u WHERE u.month = month_sums.month AND u.township = month_sums.township
              AND u.department = month_sums.department AND u.value > 0);

UPDATE rolled SET share = 'untold 1' || char(10) || share WHERE task IN (SELECT task FROM unfinished);
UPDATE rolled SET share = '?inspections' || char(10) || share
WHERE task IN (SELECT seq FROM tasks WHERE kind IS NULL) AND instr(char(10) || share, char(10) || 'inspections 1' || char(10)) = 0;
UPDATE rolled SET share = '?meetings' || char(10) || '?meetings_top' || char(10) || share
WHERE task IN (SELECT seq FROM tasks WHERE kind IS NULL) AND instr(char(10) || share, char(10) || 'meetings 1' || char(10)) = 0;

DROP TABLE unfinished;
DROP TABLE untold;
