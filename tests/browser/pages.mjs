// pages.mjs - every page of the server's table of routes, in both languages, on a desk, on a phone and on paper: readable, with labels,
// nothing cut off, no navigation on paper, and in English without Chinese but for what people wrote.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { examine, examineKeyboard, examinePrint, openWorld, root, runTests, signIn, sit } from './world.mjs';

const NAMES = { GATE: 'gate', SEND: 'fire', TOWN: 'mutang', LOOK: 'look', HEAD: 'head' };
const FILES = ['/static/', '/v1/', '/openapi.json', '/healthz', '/readyz', '/metrics', '/tasks/{task}/opinion', '/tasks/{task}/proof',
  '/ledger/export', '/ledger/backup'];

// [path, names of those who may see it] of each page, from the table itself.
function pagesOfTable() {
  const table = fs.readFileSync(`${root}/engine/http/routes.c`, 'utf8');
  const rows = [...table.matchAll(/\{METHOD_GET, "([^"]+)",\s*([A-Z_ |]+),/g)].map(([, path, roles]) => [path, roles]);
  assert.ok(rows.length > 30, 'the table is read');
  return rows.filter(([path]) => path !== '/' && !FILES.some((file) => path.startsWith(file)))
    .map(([path, roles]) => [path, roles.includes('ALL') ? Object.values(NAMES) : Object.keys(NAMES).filter((role) => roles.includes(role)).map((role) => NAMES[role])]);
}

const filled = (path, task) => path.replace('{task}', task).replace('{item}', 'C-014').replace('{rule}', 'TIME-001');

// What the program says by itself: not what stands in a notice, a list, a rule, a law, nor a name.
const CHINESE = /[\u4e00-\u9fff]/;
const controls = (page) => page.evaluate(() => [...document.querySelectorAll('nav a, button, label:not(.pick), legend, summary, h2, h3, th[scope=col], thead th, caption')]
  .filter((part) => !part.closest('.findings, .contents, article, .paper, [lang], header form')).map((part) => part.innerText.trim()));

async function look(page, where, language) {
  assert.equal((await page.getAttribute('html', 'lang')).slice(0, 2), language, where);
  await examine(page, where);
  await examineKeyboard(page, where);
  await examinePrint(page, where);
  await page.emulateMedia({ media: 'print' });
  const annexes = await page.locator('.annex').count();
  if (annexes > 0) assert.ok(await page.locator('.on-paper').isVisible(), `${where}: paper says where the rest is`);
  await page.emulateMedia({ media: null });
  if (language === 'en') assert.deepEqual((await controls(page)).filter((text) => CHINESE.test(text)), [], `${where}: English`);
}

// A month's page tells of thousands of tasks, each like the others: the first are looked at.
const shorten = (page) => page.evaluate(() => {
  for (const many of document.querySelectorAll('tbody, .annex, .annex section'))
    for (const one of [...many.children].slice(20)) one.remove();
});

const PLACES = [['/list?find=消防', 'gate'], ['/list/B-001', 'mutang'], ['/rules?all=yes', 'gate'], ['/audit?month=2026-10', 'look'],
  ['/audit?month=2026-10&department=fire', 'look'], ['/audit?month=1999-01', 'look'], ['/desk?all=yes', 'gate'], ['/desk?state=refused', 'gate'],
  ['/list/diff?from=2025-08-01&to=2026-11-01', 'gate'], ['/no-such-page', 'gate'], ['/admin', 'gate'], ['/tasks/none', 'mutang']];

async function everyPage(world, language) {
  const pages = {};
  for (const name of Object.values(NAMES)) {
    pages[name] = await sit(world);
    await pages[name].goto(`${world.base}/login?lang=${language}`);
    await signIn(world, pages[name], name);
  }
  const rows = await pages.mutang.goto(`${world.base}/inbox?all=yes`) && await pages.mutang.locator('tbody th a').first().getAttribute('href');
  const task = rows.split('/').at(-1);
  const sent = (await pages.fire.goto(`${world.base}/sent?all=yes`) && await pages.fire.locator('tbody th a').first().getAttribute('href')).split('/').at(-1);
  const seen = new Set();
  for (const [path, names] of pagesOfTable()) {
    if (names.length === 0) names.push('look');
    for (const name of names) {
      const place = filled(path, name === 'fire' ? sent : task);
      const page = pages[name], answer = await page.goto(world.base + place);
      assert.ok(answer.status() < 400, `${name} ${place}: ${answer.status()}`);
      const where = `${path.replaceAll(/[{}]/g, '')} ${name}`;
      if (!seen.has(path) || path === '/tasks/{task}') await look(page, where, language);
      seen.add(path);
    }
  }
  for (const [place, name] of PLACES) {
    await pages[name].goto(world.base + place);
    await shorten(pages[name]);
    await look(pages[name], `${place} ${name}`, language);
  }
  const stranger = await sit(world, { locale: language });
  await stranger.goto(`${world.base}/login?lang=${language}`);
  await look(stranger, '/login', language);
  await stranger.fill('#name', 'nobody');
  await stranger.fill('#password', 'wrong');
  await stranger.click('main button');
  await look(stranger, '/login refused', language);
  for (const page of Object.values(pages)) await page.context().close();
}

const world = await openWorld({ months: true });
await runTests(world, [
  ['every page', () => everyPage(world, 'zh')],
  ['every page in English', () => everyPage(world, 'en')],
]);
