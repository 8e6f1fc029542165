// world.mjs - a server of our own with its users, and a browser; what every test asks of every page.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The first words of a test's command line: the program, the root of the sources, the browser; then, for tests that look at months, the
// program that enters those of the demo county.
const [quanze, root, browserPath, recordMonths] = process.argv.slice(2);
export { quanze, root };

// With `months` the ledger holds the demo county's months.
export async function openWorld({ months = false } = {}) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'quanze-browser-'));
  const environment = { ...process.env, QUANZE_RULES: `${root}/rules`, QUANZE_CALENDAR: `${root}/lists/calendar` };
  const run = (...words) => execFileSync(quanze, [...words, '--data', data, '--lang', 'en'], { env: environment, encoding: 'utf8' });
  const password = (name, role, office) => run('user', 'add', name, '--role', role, '--office', office).match(/: ([a-z0-9-]+) \(/)[1];
  const users = {
    gate: password('gate', 'gatekeeper', '县编办'),
    gate2: password('gate2', 'gatekeeper', '县编办'),
    fire: password('fire', 'department', '县消防救援大队'),
    mutang: password('mutang', 'township', '木塘垸镇'),
    liuxi: password('liuxi', 'township', '柳溪乡'),
    look: password('look', 'auditor', '县审计局'),
    head: password('head', 'administrator', '县编办'),
  };
  if (months) {
    const demo = `${root}/lists/demo`;
    execFileSync(recordMonths, [`${root}/rules`, demo, `${root}/lists/calendar`, `${demo}/months`, `${root}/tests/months/planted.json`, `${data}/ledger.db`]);
  }
  const server = spawn(quanze, ['serve', '--port', '0', '--data', data, '--lists', `${root}/lists/demo`, '--today', '2026-11-23'], { env: environment });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const base = await new Promise((resolve, reject) => {
    let told = '';
    server.stderr.on('data', (bytes) => {
      told += bytes;
      const found = told.match(/"started","detail":"(http:[^"]+)\/"/);
      if (found) resolve(found[1]);
    });
    server.on('exit', () => reject(new Error(told)));
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  return {
    base, users, browser, root,
    async close() {
      await browser.close();
      server.kill('SIGTERM');
      assert.equal(await ended, 0, 'the server ends well');
      fs.rmSync(data, { recursive: true });
    },
  };
}

// Runs the tests one by one, with QUANZE_TESTS=WORDS only those whose names hold them; the exit code tells whether all passed.
export async function runTests(world, tests) {
  let failed = 0;
  for (const [name, test] of tests) {
    if (!name.includes(process.env.QUANZE_TESTS ?? '')) continue;
    try {
      await test();
      console.log(`ok  ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok  ${name}\n${error.stack}`);
    }
  }
  await world.close();
  process.exit(failed ? 1 : 0);
}

// A person at a screen. What the browser complains of (a script or style that is refused, a missing file) fails the test.
export async function sit(world, options = {}) {
  const context = await world.browser.newContext({ viewport: { width: 1100, height: 800 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(60000); // a machine may be busy
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (message) => message.type() === 'error' && !/status of 4(09|22)/.test(message.text()) && page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return page;
}

export async function signIn(world, page, name) {
  await page.goto(`${world.base}/login`);
  await page.fill('#name', name);
  await page.fill('#password', world.users[name]);
  await page.click('main button');
  if (!page.url().endsWith('/password')) return;
  const own = `own password of ${name}`; // the one-time password is exchanged first
  await page.fill('#old', world.users[name]);
  await page.fill('#new', own);
  await page.fill('#again', own);
  await page.click('main button');
  world.users[name] = own;
}

// Everybody can use it: no serious finding of axe-core, one heading, a language, and it fits a phone.
export async function examine(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const serious = found.violations.filter((violation) => ['serious', 'critical'].includes(violation.impact));
  assert.deepEqual(serious.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`), [], where);
  assert.equal(await page.locator('h1').count() >= 1, true, `${where}: a heading`);
  assert.match(await page.getAttribute('html', 'lang'), /^(zh-CN|en)$/);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${where}: ${wide} pixels wide on a phone`);
  assert.deepEqual(await cutOff(page), [], `${where}: nothing is cut off on a phone`);
  const scrolled = await page.evaluate(() => [...document.querySelectorAll('.cards')].filter((table) => table.scrollWidth > table.parentElement.clientWidth).length);
  assert.equal(scrolled, 0, `${where}: rows are read on a phone without being scrolled`);
  await photograph(page, `${where}-phone`);
  await page.setViewportSize(size);
  await photograph(page, where);
}

// Text that ends outside the screen and can be scrolled to nowhere.
const cutOff = (page) => page.evaluate(() => {
  const scrolls = (element) => element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll('main *, header *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('svg') && !scrolls(element))
    .map((element) => element.outerHTML.slice(0, 120));
});

// With QUANZE_SHOTS=FOLDER every page that is examined is photographed, to be looked at by people.
async function photograph(page, where) {
  const folder = process.env.QUANZE_SHOTS;
  if (!folder) return;
  const language = await page.getAttribute('html', 'lang');
  const height = Math.min(Number(process.env.QUANZE_SHOTS_HEIGHT ?? 2400), await page.evaluate(() => document.documentElement.scrollHeight));
  const name = `${where.replaceAll(/[^a-zA-Z0-9]+/g, '-')}-${language.slice(0, 2)}.png`;
  await page.screenshot({ path: path.join(folder, name), fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize().width, height } });
}

// Everything that can be reached by the keyboard shows where it is, and has a name; the order is that of the page.
export async function examineKeyboard(page, where) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  let last = -1;
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement, style = getComputedStyle(element);
      const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')];
      return { tag: element.tagName, index: all.indexOf(element), seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
        name: element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent };
    });
    if (here.tag === 'BODY' || (i > 3 && here.index === 0)) return; // behind the last one, or at the first again
    assert.ok(here.index >= last, `${where}: the keyboard goes back from ${last} to ${here.index}`);
    assert.ok(here.seen, `${where}: no focus is seen on ${here.tag} ${here.name}`);
    assert.ok(here.name?.trim() || here.tag === 'PRE', `${where}: ${here.tag} without a name`);
    last = here.index;
  }
}

// On paper: black on white, no buttons, no navigation.
export async function examinePrint(page, where) {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => [...document.querySelectorAll('header.site, main button, main form, nav, .button, .skip')]
    .filter((part) => part.checkVisibility()).map((part) => part.outerHTML.slice(0, 120)));
  assert.deepEqual(seen, [], `${where}: on paper`);
  const heads = await page.evaluate(() => [...document.querySelectorAll('thead th')].filter((head) => head.checkVisibility())
    .filter((head) => [...head.closest('table').querySelectorAll('tbody tr')].some((row) => row.cells[head.cellIndex]?.querySelector('td > form')))
    .map((head) => head.innerText));
  assert.deepEqual(heads, [], `${where}: a column of buttons is empty on paper`);
  if (process.env.QUANZE_SHOTS) {
    await page.setViewportSize({ width: 700, height: 900 });
    await photograph(page, `${where}-paper`);
    await page.setViewportSize({ width: 1100, height: 800 });
  }
  await page.emulateMedia({ media: null });
}
