// township.mjs - a township clerk answers a task in each way that is open: declines, accepts on conditions, asks for resources, asks for
// time. Each letter is read before it is had as a file; its bundle is decided again by the program; by pointer, by the keyboard alone,
// and without scripts.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { openWorld, quanze, root, runTests, signIn, sit } from './world.mjs';
import { keyboard, pointer } from './hands.mjs';
import { NOTICE } from './papers.mjs';

// What comes with all it needs and asks for photos besides.
const PHOTOS = fs.readFileSync(`${root}/lists/demo/tasks/19-photos.yaml`, 'utf8').replaceAll('东河街道', '木塘垸镇');
const YAML = { name: 'task.yaml', mimeType: 'application/yaml', buffer: Buffer.from(PHOTOS) };

// The gatekeeper writes down a paper that a county department sends.
async function recordPaper(world, id, file, text = NOTICE) {
  const page = await sit(world);
  await signIn(world, page, 'gate');
  await page.goto(`${world.base}/screen`);
  if (file) await page.setInputFiles('#file', file);
  else await page.fill('#text', text);
  await page.click('form.drop p button');
  await page.fill('[name="id"]', id);
  if (!file) await page.fill('[name="received_at"]', '2026-11-23 09:30');
  if (!file && text === NOTICE) {
    await page.fill('[name="staff.required"]', '3');
    await page.fill('[name="staff.provided"]', '0');
  }
  await page.locator('main form > p button').last().click();
  await page.click('button[name=record]');
  assert.equal(await page.getByRole('status').count(), 1);
  await page.context().close();
}

const parts = (file) => execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8', maxBuffer: 1 << 24 }).replaceAll(/<[^>]+>/g, '');

async function downloaded(page, hands, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(page, button)]);
  return download.path();
}

// The letter on the page, as a Word file, and in its bundle.
async function answerBy(world, page, hands, variant, words) {
  const task = page.url();
  await hands.choose(page, '#variant', variant);
  await hands.fill(page, '#number', '木政函〔2026〕7号');
  await hands.fill(page, '#signer', '李四');
  await hands.fill(page, '#contact', '王五 0000-0000000');
  await hands.press(page, 'form[action$=letter] button:not([name])');
  await page.waitForURL(/\/letter$/);
  assert.equal(await page.locator('.paper').count(), 1, `${variant}: ${await page.locator('main').innerText()}`);
  const paper = await page.locator('.paper').innerText();
  for (const word of [...words, '县消防救援大队', '木政函〔2026〕7号']) assert.ok(paper.includes(word), `${variant}: the letter says ${word}`);
  assert.doesNotMatch(paper, /待核/, `${variant}: nothing unverified stands in a letter`);
  const letter = parts(await downloaded(page, hands, 'button[name=docx]'));
  for (const word of [...words, '木政函〔2026〕7号']) assert.ok(letter.includes(word), `${variant}: the file says ${word}`);
  const bundle = await downloaded(page, hands, 'button[name=bundle]');
  assert.match(execFileSync('unzip', ['-l', bundle], { encoding: 'utf8' }), /letter\/letter\.docx/, `${variant}: the letter is in its bundle`);
  assert.match(execFileSync(quanze, ['verify', bundle, '--lang', 'en'], { encoding: 'utf8' }), /same/, `${variant}: it is decided again elsewhere`);
  const broken = `${bundle}.broken`, bytes = fs.readFileSync(bundle);
  fs.writeFileSync(broken, bytes.subarray(0, bytes.length - 100));
  assert.throws(() => execFileSync(quanze, ['verify', broken], { stdio: 'pipe' }), `${variant}: a bundle that breaks off is told`);
  await hands.press(page, 'main a[href^="/tasks/"]');
  await page.waitForURL(task);
}

// Takes note of the task, and moves it on.
async function move(page, hands, state, why, more = {}) {
  await hands.choose(page, '#state', state);
  await hands.fill(page, '#why', why);
  for (const [part, value] of Object.entries(more)) await hands.choose(page, part, value);
  await hands.press(page, 'form[action$=move] button');
  await page.locator('.error').or(page.locator('table').getByText(why).first()).first().waitFor();
  assert.deepEqual(await page.locator('.error').allInnerTexts(), [], state);
}

const WAYS = [
  ['refusal', ['不予承接'], 'refusal_sent', '时限过短，未随任务给人'],
  ['conditional', ['条件'], 'accepted', '条件已写在函里'],
  ['resources', ['人'], 'objected', '请求配套资源，等待答复'],
  ['time', ['时限'], 'objected', '商请延长时限，等待答复'],
];

async function clerksWays(world, hands, options, prefix) {
  for (const [variant] of WAYS) await recordPaper(world, `${prefix}-${variant}`, variant === 'conditional' && YAML);
  const page = await sit(world, options);
  await signIn(world, page, 'mutang');
  for (const [variant, words, state, why] of WAYS) {
    await page.goto(`${world.base}/inbox`);
    await hands.press(page, `a[href="/tasks/${prefix}-${variant}"]`);
    await page.waitForURL(/\/tasks\//);
    await move(page, hands, 'received_unadmitted', '未经准入直接下发');
    await answerBy(world, page, hands, variant, words);
    await move(page, hands, state, why);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// Only the letters that can be written are offered; why no refusal can, and what to ask first, stands beside them.
async function lettersThatAreOpen(world) {
  const mild = NOTICE.replace('11月23日下午4时', '12月10日下午4时').replace('、照片', '').replace(/.*考核挂钩.*\n/, '');
  await recordPaper(world, 'open', false, mild);
  const page = await sit(world, { javaScriptEnabled: false });
  await signIn(world, page, 'mutang');
  await page.goto(`${world.base}/tasks/open`);
  const offered = await page.locator('#variant option').evaluateAll((all) => all.map((one) => one.value));
  assert.ok(!offered.includes('refusal') && offered.includes('receipt'), `offered: ${offered}`);
  assert.match(await page.getByRole('note').innerText(), /不能写“不予承接”[^]*先问清：/);
  assert.doesNotMatch(await page.getByRole('note').innerText(), /refusal|receipt|issuer/, 'no words of programs');
  for (const variant of offered) {
    await page.goto(`${world.base}/tasks/open`);
    await page.selectOption('#variant', variant);
    await page.click('form[action$=letter] button:not([name])');
    assert.equal(await page.locator('.paper').count(), 1, `${variant} can be written`);
  }
  await page.context().close();
}

// A department takes back what it sent and is asked for nothing but why; then nobody is asked to answer or to move it.
async function takenBack(world) {
  await recordPaper(world, 'gone');
  const sender = await sit(world), clerk = await sit(world);
  await signIn(world, sender, 'fire');
  await sender.goto(`${world.base}/tasks/gone`);
  assert.deepEqual(await sender.locator('form[action$=move] :is(input, select):not([type=hidden])').evaluateAll((all) => all.map((one) => one.name)), ['state', 'why']);
  await signIn(world, clerk, 'mutang');
  await clerk.goto(`${world.base}/tasks/gone`);
  assert.equal(await clerk.locator('form[action$=letter]').count(), 1);
  assert.equal(await clerk.locator('#until').count(), 0, 'a township sets no end');
  await sender.selectOption('#state', 'withdrawn');
  await sender.fill('#why', '发错了');
  await sender.locator('form[action$=move] button').click();
  for (const page of [sender, clerk]) {
    await page.goto(`${world.base}/tasks/gone`);
    assert.equal(await page.locator('form[action$=letter], form[action$=move]').count(), 0, 'it has ended');
    assert.match(await page.locator('main').innerText(), /已撤回/);
    await page.context().close();
  }
}

const world = await openWorld();
await runTests(world, [
  ['what is taken back', () => takenBack(world)],
  ['letters that are open', () => lettersThatAreOpen(world)],
  ['the ways to answer', () => clerksWays(world, pointer, {}, 'p')],
  ['the ways to answer by keyboard', () => clerksWays(world, keyboard, {}, 'k')],
  ['the ways to answer without scripts', () => clerksWays(world, pointer, { javaScriptEnabled: false }, 'n')],
]);
