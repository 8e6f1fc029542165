// hands.mjs - how a person works on a page: with a pointer, or with the keyboard alone. Every walk is written once for both.
import assert from 'node:assert/strict';

export const pointer = {
  press: (page, part) => page.locator(part).first().click(),
  fill: (page, part, text) => page.fill(part, text),
  choose: (page, part, value) => page.selectOption(part, value),
};

// Tab leads to every part; where it stands is always seen, and nothing holds it back.
async function tabTo(page, part) {
  const passed = new Set();
  let last = -1; // a field for a date takes several steps
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate((selector) => {
      const element = document.activeElement, style = getComputedStyle(element);
      const all = [...document.querySelectorAll('*')];
      return { found: element.matches(selector) && element === document.querySelector(selector), number: all.indexOf(element), body: element === document.body,
        seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none', html: element.outerHTML.slice(0, 100) };
    }, part);
    if (here.body) continue;
    assert.ok(here.seen, `no focus is seen on ${here.html}`);
    if (here.found) return;
    assert.ok(here.number === last || !passed.has(here.number), `the keyboard comes round to ${here.html} without meeting ${part}`);
    passed.add(here.number);
    last = here.number;
  }
  assert.fail(`the keyboard does not come to ${part}`);
}

export const keyboard = {
  async press(page, part) {
    await tabTo(page, part);
    const tag = await page.evaluate(() => document.activeElement.tagName);
    const goes = tag === 'A' || tag === 'BUTTON';
    if (!goes) return page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
  },
  async fill(page, part, text) {
    await tabTo(page, part);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  },
  async choose(page, part, value) {
    await tabTo(page, part);
    for (let i = 0; i < 40 && await page.inputValue(part) !== value; i++) await page.keyboard.press('ArrowDown');
    assert.equal(await page.inputValue(part), value, `${part} can be set to ${value}`);
  },
};
