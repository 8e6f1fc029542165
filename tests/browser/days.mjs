// days.mjs - the gatekeeper's, the township clerk's and the auditor's day, from login to logout; with and
// without JavaScript; both languages; a phone; paper; axe-core on every page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { examine, examineKeyboard, examinePrint, openWorld, quanze, runTests, signIn, sit } from './world.mjs';
import { NOTICE } from './papers.mjs';

// A paper is pasted, judged beside its text, corrected, judged again, and written down.
async function gatekeepersDay(world, options, examinations) {
  const page = await sit(world, options);
  await signIn(world, page, 'gate');
  assert.ok(page.url().endsWith('/screen'));
  await examinations(page, 'screen');
  await page.click('main form button');
  assert.equal(await page.getByRole('alert').count(), 1, 'nothing was handed in');
  await page.locator('summary').first().click(); // no text at hand: the facts by themselves
  await page.fill('[name="title"]', '某通知');
  await page.fill('[name="due_at"]', '快点');
  await page.locator('details form > p button').click();
  assert.match(await page.locator('.error').last().innerText(), /^完成时限.*快点/, 'what is wrong is told by the name of its field');
  assert.equal(await page.inputValue('[name="title"]'), '某通知', 'nothing is typed twice');
  await page.fill('[name="due_at"]', '2026-11-24 17:30');
  await page.locator('details form > p button').click();
  assert.equal(await page.locator('.verdict').first().isVisible(), true, 'a paper needs no id to be judged');
  await page.goto(`${world.base}/screen`);
  await page.fill('#text', NOTICE);
  await page.click('main form button');
  assert.equal(await page.locator('.verdict').first().isVisible(), true);
  assert.equal(await page.locator('.notice mark').count() > 3, true, 'what was read is marked in the text');
  assert.equal(await page.locator('svg[role=img] desc').count() > 0, true, 'the balance has its figures as text');
  await examinations(page, 'verdict');
  assert.equal(await page.inputValue('[name="due_at"]'), '2026-11-23 16:00');
  assert.equal(await page.inputValue('[name="actions"]'), '上报、检查', 'words stand as people call them');
  await page.fill('[name="received_at"]', '2026-11-23 09:30');
  await page.fill('[name="id"]', '2026-xf-9');
  await page.locator('main form > p button').last().click();
  assert.match(await page.locator('main').innerText(), /TIME-001/, 'the time is too short now that the receipt is known');
  assert.match(await page.locator('main').innerText(), /LIST-010/, 'rules know the words that people handed in');
  const told = await page.inputValue('[name="due_at"]');
  await page.locator('button[name=apply]').first().click(); // the cure is put in and judged by the same rules
  assert.equal(await page.locator('.verdict').first().isVisible(), true);
  assert.equal(await page.inputValue('[name="id"]'), '2026-xf-9');
  assert.match(await page.getByRole('status').innerText(), /试审/);
  await examinations(page, 'trial');
  assert.equal(await page.locator('button[name=record], button[name=opinion]').count(), 0, 'what the paper does not say is not written down as if it did');
  await page.fill('[name="due_at"]', '明天');
  await page.locator('main form > p button').last().click(); // what cannot be read makes no paper of a trial
  await page.fill('[name="due_at"]', '2026-11-30 16:00');
  await page.locator('details form > p button').last().click();
  assert.match(await page.getByRole('status').innerText(), /试审/);
  assert.equal(await page.locator('button[name=record], button[name=opinion]').count(), 0, 'it stays a trial');
  await page.goto(`${world.base}/screen`);
  await page.fill('#text', NOTICE);
  await page.click('main form button');
  await page.fill('[name="received_at"]', '2026-11-23 09:30');
  await page.fill('[name="id"]', '2026-xf-9');
  await page.locator('main form > p button').last().click();
  await page.locator('button[name=apply]').first().click();
  await page.getByRole('button', { name: '回到来文原样' }).click();
  assert.equal(await page.inputValue('[name="due_at"]'), told, 'the paper stands as it was');
  assert.match(await page.locator('main').innerText(), /TIME-001/);
  const [draft] = await Promise.all([page.waitForEvent('download'), page.click('button[name=opinion]')]);
  assert.equal(fs.readFileSync(await draft.path()).subarray(0, 2).toString(), 'PK', 'the opinion can be printed before anything is written down');
  await page.click('button[name=record]');
  assert.equal(await page.getByRole('status').count(), 1, 'it is written down');
  await page.goto(`${world.base}/desk`);
  await examinations(page, 'desk');
  await page.getByRole('link', { name: '只看已过期的' }).click();
  assert.equal(await page.locator('tbody tr').count(), 0, 'nothing is over yet');
  await page.getByRole('link', { name: '时限近的在前' }).click();
  await page.getByRole('link', { name: '关于报送消防检查资料的通知' }).first().click();
  await examinations(page, 'task');
  const [opinion] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$=opinion]').click()]);
  assert.equal(fs.readFileSync(await opinion.path()).subarray(0, 2).toString(), 'PK');
  assert.match(await page.locator('main').innerText(), /2026-xf-9/);
  const [proof] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$=proof]').click()]);
  assert.match(execFileSync(quanze, ['verify', await proof.path(), '--lang', 'en'], { encoding: 'utf8' }), /same/, 'it is decided again elsewhere');
  assert.equal(await page.locator('.notice mark').count() > 3, true, 'the text stands beside the judgement of a recorded task, too');
  for (const place of ['/list?find=消防', '/list/C-014', '/list/diff?from=2026-01-01&to=2026-11-01', '/rules', '/rules/TIME-001', '/ledger', '/ledger/verify', '/due', '/password']) {
    const answer = await page.goto(world.base + place);
    assert.equal(answer.status(), 200, place);
    await examinations(page, place);
  }
  await page.goto(`${world.base}/list/C-014`);
  assert.equal(await page.getByRole('link', { name: '关于报送消防检查资料的通知' }).count() > 0, true, 'an item names its tasks');
  await page.goto(`${world.base}/rules/TIME-001`);
  await page.fill('#try [name="received_at"]', '2026-11-23 09:30');
  await page.fill('#try [name="due_at"]', '明天');
  await page.click('#try form >> nth=0 >> p button');
  assert.match(await page.getByRole('alert').innerText(), /完成时限.*明天/, 'what cannot be read is told by the name of its field');
  assert.equal(await page.inputValue('#try [name="due_at"]'), '明天', 'and is not typed twice');
  await page.fill('#try [name="due_at"]', '2026-11-23 16:00');
  await page.click('#try form >> nth=0 >> p button');
  assert.match(await page.locator('.tried').innerText(), /未通过.*5\.5/, 'a rule is tried by filling in its facts');
  await page.locator('#try summary').click();
  await page.fill('#task', 'id: t\ntitle: x\nkind: form\ncomplete: true\nreceived_at: 2026-11-23T09:30\ndue_at: 2026-11-23T16:00');
  await page.click('button[name=whole]');
  assert.match(await page.locator('#try .findings').innerText(), /TIME-001/, 'or by a whole task, which all rules judge');
  await examinations(page, 'rule tried');
  await page.goto(`${world.base}/similar`);
  await page.fill('#one', NOTICE);
  await page.fill('#other', NOTICE.replaceAll('木塘垸镇', '柳溪乡'));
  await page.locator('main form button').click();
  assert.match(await page.locator('main').innerText(), /相同/, 'the name of a place does not hide a copy');
  await examinations(page, 'similar');
  await page.locator('header form button').click();
  assert.ok(page.url().endsWith('/login'));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// A rule is waived for a department: who proposes cannot confirm; then verdicts name the waiver.
async function waiverOfTwo(world, options, examinations) {
  const page = await sit(world, options), other = await sit(world, options);
  await signIn(world, page, 'gate');
  await page.goto(`${world.base}/waivers`);
  await page.selectOption('#rule', 'TIME-003');
  await page.selectOption('#department', { label: '县消防救援大队' });
  await page.fill('#valid_from', '2026-11-01');
  await page.fill('#valid_to', '2026-12-31');
  await page.fill('#reason', '冬防期间，县政府已同意');
  await page.locator('form[action="/waivers"] button').click();
  assert.equal(await page.locator('button[value=confirm]').count(), 0, 'not by who proposed it');
  await examinations(page, 'waivers');
  await signIn(world, other, 'gate2');
  await other.goto(`${world.base}/waivers`);
  await other.locator('button[value=confirm]').last().click();
  assert.equal(await other.getByRole('alert').count(), 0);
  await other.goto(`${world.base}/list?as_of=2026-11-23`);
  assert.match(await other.locator('main').innerText(), /冬防期间/, 'it stands in the list that verdicts are made by');
  assert.deepEqual([...page.complaints, ...other.complaints], []);
  await page.context().close();
  await other.context().close();
}

// What came without admission is taken note of, answered by a letter, and declined; nobody else's task is seen.
async function clerksDay(world, options, examinations) {
  const page = await sit(world, options);
  await signIn(world, page, 'mutang');
  assert.ok(page.url().endsWith('/inbox'));
  await examinations(page, 'inbox');
  await page.getByRole('link', { name: '关于报送消防检查资料的通知' }).first().click();
  const task = page.url();
  await examinations(page, 'task of the township');
  await page.selectOption('#variant', 'receipt');
  await page.locator('form[action$=letter] button').first().click();
  assert.match(await page.locator('main').innerText(), /县消防救援大队/);
  await examinations(page, 'letter');
  await page.goto(task);
  await page.selectOption('#variant', 'receipt');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button[name=docx]')]);
  assert.equal(fs.readFileSync(await download.path()).subarray(0, 2).toString(), 'PK');
  const moves = await page.locator('#state option').evaluateAll((all) => all.map((one) => one.value));
  assert.equal(await page.inputValue('#state'), '', 'nobody moves a task to what merely stood first');
  if (moves.includes('received_unadmitted')) {
    await page.selectOption('#state', 'received_unadmitted');
    await page.fill('#why', '未经准入直接下发');
    await page.locator('form[action$=move] button').click();
    assert.equal(page.url(), task);
    assert.match(await page.locator('main').innerText(), /未经准入直接下发/);
    const other = await sit(world, options); // a colleague had the page open and is told how things stand
    await signIn(world, other, 'mutang');
    await other.goto(task);
    await page.selectOption('#state', 'accepted');
    await page.fill('#why', '条件已具备');
    await page.locator('form[action$=move] button').click();
    await other.selectOption('#state', 'accepted');
    await other.fill('#why', '条件已具备');
    await other.locator('form[action$=move] button').click();
    assert.match(await other.getByRole('alert').innerText(), /现为“已承接”，不能转为“已承接”/);
    await other.context().close();
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
  const neighbour = await sit(world, options);
  await signIn(world, neighbour, 'liuxi');
  assert.equal(await neighbour.locator('tbody tr').count(), 0, 'the inbox of the neighbour is empty');
  assert.equal((await neighbour.goto(task)).status(), 404);
  await neighbour.context().close();
}

async function auditorsDay(world, options, examinations) {
  const page = await sit(world, options);
  await page.goto(`${world.base}/complaint`); // anybody, without a login
  await page.fill('#words', '同一张表一天要三次');
  await page.fill('#department', '县消防救援大队');
  await page.locator('main form button').click();
  assert.equal(await page.getByRole('status').count(), 1);
  await examinations(page, 'complaint');
  await signIn(world, page, 'look');
  for (const place of ['/audit', '/audit?month=2026-08', '/complaints', '/ledger/seals', '/screen', '/waivers']) {
    const answer = await page.goto(world.base + place);
    assert.equal(answer.status(), 200, place);
    await examinations(page, place);
  }
  await page.goto(`${world.base}/complaints`);
  assert.match(await page.locator('main').innerText(), /同一张表一天要三次/);
  await page.locator('tbody tr').last().getByRole('radio').check(); // the row itself is chosen
  await page.fill('#words', '已请该局合并报表');
  await page.locator('form[action$=answer] button').click();
  assert.match(await page.locator('tbody').innerText(), /已请该局合并报表/, 'a complaint is answered');
  await page.goto(`${world.base}/corrections`);
  await page.selectOption('#department', '县消防救援大队');
  await page.fill('#until', '2026-12-15');
  await page.fill('#words', '停止当天通知当天报送');
  await page.locator('button[value=open]').click();
  assert.match(await page.locator('tbody').innerText(), /停止当天通知当天报送/);
  await page.locator('tbody tr').last().getByRole('radio').check();
  await page.fill('#done', '已发文改正');
  await page.locator('button[value=done]').click();
  assert.match(await page.locator('tbody tr').last().innerText(), /已发文改正/, 'a correction is done');
  await examinations(page, 'corrections');
  await page.goto(`${world.base}/ledger/seals`);
  await page.fill('#month', '2026-11');
  await page.locator('form[action$=seals] button').click();
  assert.match(await page.locator('main').innerText(), /台账封签单/, 'the month is sealed on a sheet of paper');
  await examinations(page, 'seal');
  await page.goto(`${world.base}/ledger/verify`);
  assert.match(await page.locator('main').innerText(), /台账完整/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

async function administratorsDay(world, options, examinations) {
  const page = await sit(world, options);
  await signIn(world, page, 'head');
  await examinations(page, 'admin');
  await page.fill('#name', `new-${Object.keys(options).length}`);
  await page.fill('#office', '县水利局');
  await page.selectOption('#role', 'department');
  await page.locator('form[action="/admin/add"] button').click();
  assert.match(await page.locator('[role=status] code').innerText(), /^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/);
  await page.locator('form[action="/admin/reload"] button').click();
  assert.equal(await page.getByRole('alert').count(), 0);
  await page.context().close();
}

// The same pages in English: nothing of the frame stays Chinese.
async function inEnglish(world) {
  const page = await sit(world);
  await page.goto(`${world.base}/login`);
  await page.getByRole('link', { name: 'English' }).click();
  await signIn(world, page, 'gate');
  for (const place of ['/screen', '/desk', '/list/C-014', '/list/diff', '/similar', '/rules/TIME-001', '/ledger', '/ledger/seals', '/due', '/waivers', '/corrections', '/complaint', '/password']) {
    await page.goto(world.base + place);
    assert.equal(await page.getAttribute('html', 'lang'), 'en', place);
    assert.doesNotMatch(await page.locator('nav').innerText(), /[\u4e00-\u9fff]/, place);
    assert.doesNotMatch((await page.locator('label, button').allInnerTexts()).join(' ').replace(/退出/g, ''), /审查|台账|保存|查找/, place);
    await examine(page, `${place} in English`);
    await examineKeyboard(page, place);
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'the keyboard finds the way past the navigation');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const world = await openWorld();
const everything = async (page, where) => {
  await examine(page, where);
  await examinePrint(page, where);
};
const nothing = async () => {};
await runTests(world, [
  ['the gatekeeper', () => gatekeepersDay(world, {}, everything)],
  ['waivers of two people', () => waiverOfTwo(world, {}, everything)],
  ['the township clerk', () => clerksDay(world, {}, everything)],
  ['the auditor', () => auditorsDay(world, {}, everything)],
  ['the administrator', () => administratorsDay(world, {}, everything)],
  ['in English', () => inEnglish(world)],
  ['the gatekeeper without scripts', () => gatekeepersDay(world, { javaScriptEnabled: false }, nothing)],
  ['the auditor without scripts', () => auditorsDay(world, { javaScriptEnabled: false }, nothing)],
  ['the clerk without scripts', () => clerksDay(world, { javaScriptEnabled: false }, nothing)],
]);
