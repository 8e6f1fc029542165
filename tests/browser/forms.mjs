// forms.mjs - papers handed in as files, by dropping and by choosing; lists of records filled in row by row, with and without scripts.
import assert from 'node:assert/strict';
import { examine, openWorld, runTests, signIn, sit } from './world.mjs';
import { FILES } from './papers.mjs';

// The judgement stands beside the text it is of (below it on a phone), or there is one for each row of a register.
async function judged(page, ending) {
  await page.locator('.verdict').first().waitFor();
  if (ending === 'xlsx') {
    assert.ok(await page.locator('.verdict').count() > 1, 'each row of a register is judged');
    return;
  }
  assert.ok(await page.locator('.notice mark').count() > 3, `${ending}: what was read is marked`);
  const text = await page.locator('.notice').boundingBox(), findings = await page.locator('.findings').first().boundingBox();
  assert.ok(findings.x >= text.x + text.width || text.x >= findings.x + findings.width, `${ending}: the findings stand beside the text`);
  const words = page.locator('mark').filter({ hasText: '下午4时' }).first();
  await words.hover();
  if (page.hasScripts) assert.ok(await page.locator('tr.lit').count() > 0, `${ending}: words light the field that was read from them`);
}

async function dropped(world) {
  const page = await sit(world);
  page.hasScripts = true;
  await signIn(world, page, 'gate');
  for (const [ending, file] of Object.entries(FILES)) {
    await page.goto(`${world.base}/screen`);
    const data = await page.evaluateHandle(({ name, type, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }));
      return transfer;
    }, { name: file.name, type: file.mimeType, bytes: file.buffer.toString('base64') });
    await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
    assert.equal(await page.locator('form.drop.lit').count(), 1, 'the page shows that it takes the file');
    await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
    await judged(page, ending);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

async function chosen(world, options) {
  const page = await sit(world, options);
  await signIn(world, page, 'gate');
  for (const [ending, file] of Object.entries(FILES)) {
    await page.goto(`${world.base}/screen`);
    await page.setInputFiles('#file', file);
    await page.click('form.drop p button');
    await judged(page, ending);
  }
  await page.goto(`${world.base}/screen`);
  await page.setInputFiles('#file', { ...FILES.docx, buffer: FILES.docx.buffer.subarray(0, 300) });
  await page.click('form.drop p button');
  assert.equal(await page.getByRole('alert').count(), 1, 'a file that breaks off is told');
  await page.context().close();
}

const field = (name) => `[name="${name}"]`;
const again = (page) => page.locator('main form > p button').last();

// A demanded form, an app with a wrong number, a power: all in rows of labelled fields.
async function records(world, options) {
  const hasScripts = options.javaScriptEnabled !== false;
  const page = await sit(world, options);
  await signIn(world, page, 'gate');
  await page.goto(`${world.base}/screen`);
  await page.locator('summary').first().click();
  await page.locator('summary').nth(1).click();
  assert.doesNotMatch(await page.locator('main').innerHTML(), /\[\{|placeholder="\[|done \/ none/, 'nobody writes for programs');
  await page.fill(field('title'), '关于报送台账的通知');
  await page.selectOption(field('kind'), 'form');
  await page.fill(field('demands.forms.1.name'), '月报表');
  await page.fill(field('demands.forms.1.fields'), '户数、人数');
  await page.check(`${field('demands.forms.1.media')}[value=paper]`);
  await page.check(`${field('demands.forms.1.media')}[value=electronic]`);
  await page.selectOption(field('demands.forms.1.every'), { index: 3 });
  await page.getByRole('button', { name: '再加一条 要求填报的表' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'demands.forms.2.name', 'the cursor goes to the row that was added');
  assert.equal(await page.inputValue(field('demands.forms.1.name')), '月报表', 'nothing is typed twice');
  await page.fill(field('demands.forms.2.name'), '季报表');
  await page.fill(field('demands.forms.2.valid_to'), '明年');
  if (!hasScripts) await page.locator('summary').nth(1).click(); // the page came anew
  await page.fill(field('demands.apps.1.name'), '某通');
  await page.fill(field('demands.apps.1.install_quota'), '很多');
  await page.selectOption(field('powers.required'), 'none');
  await page.fill(field('powers.required.1.matter'), '场所检查');
  await again(page).click();
  const wrong = (name) => page.locator(`#wrong-${name.replaceAll('_', '_5F').replaceAll('.', '\\.')}`);
  assert.match(await wrong('demands.forms.2.valid_to').innerText(), /^要求填报的表第 2 条：有效期至.*明年/, 'what is wrong stands at its field');
  assert.equal(await page.getAttribute(field('demands.forms.2.valid_to'), 'aria-invalid'), 'true');
  assert.match(await wrong('demands.apps.1.install_quota').innerText(), /安装指标.*很多/);
  assert.match(await wrong('powers.required').innerText(), /所需权力.*只留一样/);
  assert.match(await page.getByRole('alert').first().innerText(), /读不懂/);
  if (hasScripts) await examine(page, 'records that are wrong');
  await page.fill(field('demands.forms.2.valid_to'), '2027-06-30');
  await page.getByRole('button', { name: /去掉这一条 要求使用的应用/ }).click();
  await page.selectOption(field('powers.required'), '');
  await page.fill(field('powers.required.1.matter'), '');
  await again(page).click();
  assert.equal(await page.locator('.verdict').first().isVisible(), true);
  assert.equal(await page.inputValue(field('demands.forms.2.valid_to')), '2027-06-30', 'rows come back as rows');
  assert.equal(await page.inputValue(field('demands.forms.1.fields')), '户数、人数');
  assert.deepEqual(await page.locator(`${field('demands.forms.1.media')}:checked`).evaluateAll((all) => all.map((one) => one.value)), ['electronic', 'paper']);
  assert.equal(await page.locator(field('demands.apps.1.name')).inputValue(), '', 'what was taken out is gone');
  assert.equal(await page.locator(field('demands.forms.3.name')).count(), 1, 'one more row is ready');
  await page.fill(field('received_at'), '2026-11-23 09:30');
  await page.press(field('received_at'), 'Enter');
  await page.waitForURL(`${world.base}/screen`);
  assert.equal(await page.getByRole('status').count(), 0, 'Enter judges again and writes nothing down');
  if (hasScripts) await examine(page, 'records');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// What has no place to break does not make the page as wide as itself.
async function endless(world) {
  const page = await sit(world);
  await signIn(world, page, 'gate');
  await page.goto(`${world.base}/screen`);
  await page.fill('#text', `关于${'Ａ'.repeat(30)}的通知\n\n木塘垸镇人民政府：\n　　请报${'A'.repeat(400)}。\n`);
  await page.getByRole('button', { name: '审查', exact: true }).first().click();
  await page.locator('.verdict').first().waitFor();
  await examine(page, 'an endless word');
  await page.context().close();
}

const world = await openWorld();
await runTests(world, [
  ['files are dropped', () => dropped(world)],
  ['files are chosen', () => chosen(world, {})],
  ['files are chosen without scripts', () => chosen(world, { javaScriptEnabled: false })],
  ['an endless word', () => endless(world)],
  ['records', () => records(world, {})],
  ['records without scripts', () => records(world, { javaScriptEnabled: false })],
]);
