// served.js RUNNER WORLD - a peer's rule engine as a user would serve it: behind node's own HTTP server, one task a POST, {"mask":N} back.
// RUNNER is one of the peers' runners (rules-node/*.js); its rules and its way of calling the engine stay as they are. Prints its port.
'use strict';
const http = require('http');
const path = require('path');
const [runner, world] = process.argv.slice(2);
const common = require(path.join(path.dirname(path.resolve(runner)), 'common.js'));

common.main = async (name, make) => {
  const engine = await make(common.load(world));
  const prepare = engine.prep || ((task) => task);
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const mask = await engine.eval(prepare(JSON.parse(Buffer.concat(parts).toString('utf8'))));
      response.setHeader('Content-Type', 'application/json');
      response.end(`{"mask":${mask}}`);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`${server.address().port} ${name}`));
};
require(path.resolve(runner));
