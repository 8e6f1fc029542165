-- What follows from the tables and can be made again.

CREATE VIEW latest_tasks AS
  SELECT * FROM tasks t WHERE NOT EXISTS (SELECT 1 FROM tasks n WHERE n.id = t.id AND n.seq > t.seq);

CREATE VIEW latest_decisions AS
  SELECT * FROM decisions d WHERE NOT EXISTS (SELECT 1 FROM decisions n WHERE n.task = d.task AND n.seq > d.seq);

CREATE VIEW latest_moves AS
  SELECT * FROM moves m WHERE NOT EXISTS (SELECT 1 FROM moves n WHERE n.id = m.id AND n.seq > m.seq);

-- What townships answered.
CREATE VIEW answers AS
  SELECT seq, task, id, office, person, why, grounds, basis, letter,
         CASE to_state WHEN 'accepted' THEN 'accept' WHEN 'refusal_sent' THEN 'decline' ELSE 'object' END AS answer
  FROM moves WHERE role = 'township' AND to_state IN ('accepted', 'refusal_sent', 'objected');
