// SPDX-License-Identifier: Apache-2.0
// A commune on its first Monday: from a house with nothing in it but the facts of the country to the
// first receipt. Everybody makes an account of their own; whoever holds a position has a second factor.
import assert from 'node:assert/strict';
import { fillRequest, password, receiptNumber } from './acts.mjs';
import { codeOf } from './totp.mjs';
import { main, paperText, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
let number, sheet;

const codeSentTo = async (house, contact) =>
  /(?<![0-9])[0-9]{6}(?![0-9])/.exec(await house.letterWith(contact))[0];

async function makeAccount(page, house, contact, name) {
  await page.goto('/ar/sign-in');
  await page.fill('main [name=contact]', contact);
  await page.click('main button[value=code]');
  await page.fill('main [name=code]', await codeSentTo(house, contact));
  await page.click('main form button');
  await page.fill('main [name=name]', name);
  await page.click('main form[action$="/sign-up"] button');
  await page.goto('/ar/account');
  await says(page, name);
}

async function takeSecondFactor(page) {
  await page.goto('/ar/account/security');
  if (await page.isVisible('main form[action$="/begin"] button')) await page.click('main form[action$="/begin"] button');
  const key = (await page.locator('main .summary .code').first().innerText()).trim();
  await page.fill('main [name=code]', codeOf(key));
  await page.click('main form[action$="/confirm"] button');
  await says(page, 'رموز الاسترجاع');
}

async function found(root, { names, fields, parent, territory }) {
  await root.goto('/ar/admin/administrations');
  await root.click('main a[href$="/admin/administrations/new"]');
  for (const [field, value] of Object.entries(names)) await root.fill(`main [name=${field}]`, value);
  await root.selectOption('main [name=kind]', fields.kind);
  if (fields.governorate) await root.check('main [name=governorate]');
  await root.fill('main [name=parent_words]', parent);
  await root.fill('main [name=territory_words]', territory.words);
  await root.click('main button[value=search]');
  await root.locator(`main label:has-text("${parent}")`).first().click();
  await root.locator('main fieldset:has([name=territory]) .choice', { hasText: territory.words })
    .filter({ hasText: territory.within }).first().locator('label').click();
  await root.click('main button[value=save]');
  await says(root, names.name_ar);
}

async function givePosition(root, place, { title, role, unit }, contact) {
  await root.goto(`/ar/admin/people?q=${encodeURIComponent(place)}`);
  await root.locator('main li a[href*="/admin/people/"]', { hasText: place }).first().click();
  await root.fill('main [name=title_ar]', title);
  await root.selectOption('main [name=role]', role);
  if (unit) await root.selectOption('main [name=unit]', { label: unit });
  await root.click('main form[action*="/admin/people/"] button');
  await root.fill('main [name=contact]', contact);
  await root.click('main form[action$="/give"] button');
}

step('the house has nothing to offer yet, and says so', async ({ citizen }) => {
  for (const address of ['', '/procedures', '/administrations', '/compliance', '/territory'])
    assert.equal((await citizen.goto(`/ar${address}`)).status(), 200, address);
  await citizen.goto('/ar/procedures?q=%D8%B1%D8%AE%D8%B5%D8%A9%20%D8%A7%D9%84%D8%A8%D9%86%D8%A7%D8%A1');
  assert.equal(await citizen.locator('main a[href*="/dossiers/new"]').count(), 0);
});

step('the first administrator opens the one-time link, and takes a second factor', async ({ root, house }) => {
  await root.goto(house.link);
  await root.fill('main [name=contact]', 'root@ahfir.example');
  await root.fill('main [name=name]', 'إدريس الوزاني');
  await root.fill('main [name=password]', password);
  await root.click('main form[action$="/first-administrator"] button');
  assert.match(root.url(), /\/account\/security/);
  assert.equal((await root.goto('/ar/admin/administrations/new')).status(), 403, 'a password alone opens nothing');
  await takeSecondFactor(root);
  assert.equal((await root.goto(house.link)).status(), 410, 'the link is used up');
});

step('the province and the commune are founded, and a unit in it', async ({ root }) => {
  await found(root, { names: { name_ar: 'عمالة إقليم بركان', name_fr: 'Province de Berkane', head_ar: 'عامل الإقليم' },
    fields: { kind: 'deconcentrated', governorate: true }, parent: 'وزارة الداخلية', territory: { words: 'بركان', within: 'الشرق' } });
  await found(root, { names: { name_ar: 'جماعة أحفير', name_fr: 'Commune d’Ahfir', head_ar: 'رئيس المجلس الجماعي' },
    fields: { kind: 'collectivity' }, parent: 'عمالة إقليم بركان', territory: { words: 'أحفير', within: 'بركان' } });
  await root.fill('main form[action$="/units"] [name=name_ar]', 'مصلحة التعمير');
  await root.click('main form[action$="/units"] button');
  await says(root, 'مصلحة التعمير');
  await root.fill('main [name=address]', 'شارع محمد الخامس، أحفير');
  await root.fill('main [name=phone]', '0536 00 00 00');
  await root.locator('main form:has([name=phone]) button').click();
  await root.goto('/ar/administrations');
  await says(root, 'جماعة أحفير');
});

step('people make accounts, are given positions, and take a second factor', async ({ root, head, officer, interior, citizen, house }) => {
  const people = [[head, 'head', 'محمد الأحفيري'], [officer, 'officer', 'سعاد بنعيسى'], [interior, 'interior', 'كريم العلمي'],
    [citizen, 'citizen', 'فاطمة الزهراء بوعزة']];
  for (const [page, contact, name] of people) await makeAccount(page, house, `${contact}@ahfir.example`, name);
  await givePosition(root, 'جماعة أحفير', { title: 'رئيس المجلس الجماعي', role: 'head' }, 'head@ahfir.example');
  await says(root, 'محمد الأحفيري');
  await givePosition(root, 'جماعة أحفير', { title: 'موظفة التعمير', role: 'officer', unit: 'مصلحة التعمير' }, 'officer@ahfir.example');
  await says(root, 'سعاد بنعيسى');
  await givePosition(root, 'وزارة الداخلية', { title: 'مراقب المساطر', role: 'officer' }, 'interior@ahfir.example');
  await says(root, 'كريم العلمي');
  await officer.goto('/ar/account');
  assert.equal((await officer.goto('/ar/office/sheets')).status(), 403);
  for (const page of [head, officer, interior]) await takeSecondFactor(page);
});

step('the officer starts from a model sheet and says where the counter is', async ({ officer }) => {
  await officer.goto('/ar');
  await officer.click('a[href$="/ar/office/sheets"]');
  await officer.click('main a[href$="/office/models"]');
  await officer.click('main a[href$="/office/models/building-permit"]');
  await officer.selectOption('main [name=owner]', { index: 1 });
  await officer.fill('main [name=code]', 'building-permit');
  await officer.click('main form button');
  sheet = /\/office\/sheets\/(\d+)/.exec(officer.url())[1];
  await officer.goto(`/ar/office/sheets/${sheet}`);
  await says(officer, 'يجب بيان من يمكن الاتصال به');
});

step('the gate says what the sheet lacks, and lets it through when it is there', async ({ officer, head }) => {
  assert.equal(await head.goto(`/ar/office/sheets/${sheet}`).then((one) => one.status()), 200);
  assert.equal(await head.locator('main button[value=submit]').count(), 0, 'the gate is shut');
  await officer.goto(`/ar/office/sheets/${sheet}/edit/channels`);
  await officer.fill('main [name="contact_ar"], main [name="contact.ar"]', 'مصلحة التعمير، شارع محمد الخامس، أحفير. الهاتف: 0536000000');
  await officer.click('main form[action$="/edit/channels"] button');
  await officer.goto(`/ar/office/sheets/${sheet}`);
  await officer.click('main button[value=take_up]');
  await officer.goto(`/ar/office/sheets/${sheet}/offers`);
  assert.equal(await officer.locator('main button').count(), 0, 'where it is offered is for the head to say');
});

step('the head submits it, the Interior finds it conforming, the head publishes it', async ({ head, interior }) => {
  await head.goto(`/ar/office/sheets/${sheet}`);
  await head.click('main button[value=submit]');
  await head.goto(`/ar/office/sheets/${sheet}/offers`);
  await head.selectOption('main [name=administration]', { label: 'جماعة أحفير' });
  await head.click('main button[value=save]');
  await head.selectOption('main [name=unit]', { label: 'مصلحة التعمير' });
  await head.click('main button[value=save]');
  await interior.goto('/ar/office/review');
  await interior.click(`main a[href$="/office/sheets/${sheet}"]`);
  await interior.click('main summary:has-text("مطابق")');
  await interior.fill('main [name=reference]', 'م.ع.ج.ت 118/2026');
  await interior.click('main button[value=check]');
  await head.goto('/ar/notices');
  await head.goto(`/ar/office/sheets/${sheet}`);
  await head.click('main button[value=publish]');
  await says(head, 'منشور');
});

step('a citizen finds it, files and holds the receipt', async ({ citizen }) => {
  await citizen.goto('/ar');
  await citizen.fill('main [name=q]', 'رخصة البناء');
  await citizen.click('main [role=search] button, main form[action$="/procedures"] button');
  await citizen.click('main a[href*="/procedures/building-permit"]');
  await fillRequest(citizen);
  await citizen.click('main button[value=next]');
  await says(citizen, 'الملف كامل');
  await citizen.check('main [name=declared]');
  await citizen.click('main form[action$="/check"] button');
  number = await receiptNumber(citizen);
  await says(citizen, 'ملف مودع');
  await says(citizen, 'جماعة أحفير');
  assert.match(await paperText(citizen, 'main a[href*="/papers/"]'), /أحفير/);
});

step('the unit finds it in its queue, with nobody else to ask', async ({ officer, head }) => {
  await officer.goto('/ar/desk');
  await officer.click(`main a[href$="/desk/${number}"]`);
  await officer.click('main a[href$="/do/take_up"]');
  await officer.click('main form[action$="/do/take_up"] button');
  await says(officer, 'قيد الدراسة');
  await head.goto('/ar/desk');
  await says(head, number);
});

step('the link of the first administrator is not offered again', async ({ root }) => {
  assert.ok(!(await main(root)).includes('first-administrator'));
});

walk('a commune on its first day', ['root', 'head', 'officer', 'interior', 'citizen'], steps, { empty: true });
