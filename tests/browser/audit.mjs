// audit.mjs - an auditor's day from the month to the paper: a figure leads to its tasks, a task to its findings; the charts have their
// figures as text; every file is opened; what was found becomes a correction, what was complained of an answer. By pointer, by the
// keyboard alone, and without scripts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { openWorld, runTests, signIn, sit } from './world.mjs';
import { keyboard, pointer } from './hands.mjs';

const MONTH = '2026-10';

async function downloaded(page, hands, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(page, button)]);
  return download.path();
}

const unzip = (file, part) => execFileSync('unzip', ['-p', file, part], { encoding: 'utf8', maxBuffer: 1 << 26 });

// From a figure to the numbers of its tasks, to a task of them, to what was found.
async function drillDown(world, page, hands) {
  const figure = page.locator('.figures a[href^="#f"]').first();
  const aim = await figure.getAttribute('href'), told = (await figure.innerText()).trim();
  await hands.press(page, `.figures a[href="${aim}"]`);
  const numbers = page.locator(`${aim} a`);
  assert.ok(await numbers.count() > 0, `${told}: the figure names its tasks`);
  const row = await numbers.first().getAttribute('href');
  const link = page.locator(`${row} a[href^="/tasks/"]`).first();
  const address = await link.getAttribute('href');
  await page.goto(`${world.base}${address}`); // a row of thousands: the keyboard reaches it, but not in a test's time
  assert.equal(await page.locator('.verdict').first().isVisible(), true, 'the task says how it was judged');
  assert.ok(await page.locator('.findings > *').count() > 0, 'and what was found');
  await page.goBack();
}

async function files(page, hands) {
  assert.match(unzip(await downloaded(page, hands, 'button[value=xlsx]'), 'xl/workbook.xml'), /<sheet /, 'a workbook');
  const html = fs.readFileSync(await downloaded(page, hands, 'button[value=html]'), 'utf8');
  assert.match(html, /^<!DOCTYPE html>[^]*2026-10[^]*<\/html>\s*$/, 'a whole page');
  const csv = fs.readFileSync(await downloaded(page, hands, 'button[value=csv]'), 'utf8').trim().split('\n');
  assert.ok(csv.length > 30, 'a table of indicators');
  const report = JSON.parse(fs.readFileSync(await downloaded(page, hands, 'button[value=json]'), 'utf8'));
  assert.equal(report.period, MONTH);
  await hands.press(page, 'summary:has(~ #issuer), details:has(#issuer) > summary');
  await hands.fill(page, '#issuer', '示例县减负办');
  const circular = unzip(await downloaded(page, hands, 'button[value=docx]'), 'word/document.xml').replaceAll(/<[^>]+>/g, '');
  assert.match(circular, /示例县减负办/, 'the circular names who issues it');
  assert.doesNotMatch(circular, /木塘垸镇|柳溪乡/, 'and no township');
}

async function corrections(world, page, hands, words) {
  await page.goto(`${world.base}/corrections`);
  await hands.choose(page, '#department', '县消防救援大队');
  await page.fill('#until', '2026-12-15');
  await hands.fill(page, '#words', words);
  await hands.press(page, 'button[value=open]');
  await page.locator('tbody').getByText(words).waitFor();
  await page.locator('tbody tr').filter({ hasText: words }).getByRole('radio').focus();
  await page.keyboard.press('Space');
  await hands.fill(page, '#done', `${words}，已办`);
  await hands.press(page, 'button[value=done]');
  await page.locator('tbody').getByText(`${words}，已办`).waitFor();
}

async function complaints(world, page, hands, words) {
  await page.goto(`${world.base}/complaint`);
  await hands.fill(page, '#words', words);
  await hands.press(page, 'main form button');
  await page.getByRole('status').waitFor();
  await page.goto(`${world.base}/complaints`);
  await page.locator('tbody tr').filter({ hasText: words }).getByRole('radio').focus();
  await page.keyboard.press('Space');
  await hands.fill(page, '#words', `${words}：已答复`);
  await hands.press(page, 'form[action$=answer] button');
  await page.locator('tbody').getByText(`${words}：已答复`).waitFor();
}

async function auditorsDay(world, hands, options, words) {
  const page = await sit(world, options);
  await signIn(world, page, 'look');
  await page.goto(`${world.base}/audit`);
  await hands.fill(page, '#month', MONTH);
  await hands.press(page, 'form[action="/audit"] p.actions button:not([name])');
  await page.waitForURL(/month=2026-10/);
  assert.equal(await page.locator('.figures > *').count() >= 4, true, 'the numbers that matter stand first');
  const charts = page.locator('main svg[role=img]');
  assert.ok(await charts.count() >= 2, 'charts');
  for (const chart of await charts.all()) assert.ok((await chart.locator('title, desc').first().textContent()).trim(), 'a chart says what it shows');
  await drillDown(world, page, hands);
  await page.goto(`${world.base}/audit?month=${MONTH}`);
  await files(page, hands);
  await corrections(world, page, hands, `合并报表${words}`);
  await complaints(world, page, hands, `一天三次${words}`);
  await page.goto(`${world.base}/ledger/verify`);
  assert.match(await page.locator('main').innerText(), /台账完整/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// The way past the navigation, and a month read from the first key to the last figure.
async function skipLink(world) {
  const page = await sit(world);
  await signIn(world, page, 'look');
  await page.goto(`${world.base}/audit?month=${MONTH}`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('main') !== null), true, 'the skip link leads past the navigation');
  await page.context().close();
}

// What one department sent is not told as the county's.
async function oneDepartment(world) {
  const page = await sit(world);
  await signIn(world, page, 'look');
  for (const [language, chosen, county] of [['zh', '所选范围', /全县/], ['en', 'what was chosen', /the county/]]) {
    await page.goto(`${world.base}/audit?month=${MONTH}&department=fire&lang=${language}`);
    for (const place of ['#indicators + p', '#changes ~ svg, #changes ~ * svg']) {
      const told = await page.locator(place).first().textContent();
      assert.ok(told.includes(chosen), `${language}, ${place}: it says what the figures are of`);
      assert.doesNotMatch(told, county);
    }
  }
  await page.context().close();
}

// The indicators are scrolled sideways on a phone: no column is so narrow that its sentences stand word below word.
async function rowsOnAPhone(world) {
  const page = await sit(world, { viewport: { width: 360, height: 740 } });
  await signIn(world, page, 'look');
  for (const language of ['en', 'zh']) {
    await page.goto(`${world.base}/audit?month=${MONTH}&lang=${language}`);
    const rows = await page.evaluate(() => [...document.querySelector('#indicators ~ .wide').querySelectorAll('tbody tr')].map((row) => row.offsetHeight));
    assert.ok(rows.length > 10 && Math.max(...rows) < 240, `${language}: rows of ${rows} pixels`);
  }
  await page.context().close();
}

const world = await openWorld({ months: true });
await runTests(world, [
  ['the auditor', () => auditorsDay(world, pointer, {}, '甲')],
  ['the auditor by keyboard', () => auditorsDay(world, keyboard, {}, '乙')],
  ['the auditor without scripts', () => auditorsDay(world, pointer, { javaScriptEnabled: false }, '丙')],
  ['a month of one department', () => oneDepartment(world)],
  ['rows on a phone', () => rowsOnAPhone(world)],
  ['the skip link', () => skipLink(world)],
]);
