// SPDX-License-Identifier: Apache-2.0
// What people do in the house, in any language: by the names of fields, never by the words on them.
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';

export const password = 'wasl demo 2026';

// Small files that are what they say.
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n' +
    '0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n');
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/' +
    'yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=', 'base64');
export const paper = (name) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf });
export const photo = (name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: jpeg });

// A picture that can be looked at: 160 by 120, of one colour with a bar.
export function picture(name) {
  const [width, height] = [160, 120];
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.alloc(1),
    Buffer.from(Array.from({ length: width }, (_, x) => (x > 70 && x < 84 && y > 20 ? [60, 60, 60] : [150, 190, 220])).flat())])));
  const crc = (bytes) => {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let n = 0; n < 8; ++n) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  };
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return { name: `${name}.png`, mimeType: 'image/png', buffer: Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]) };
}

export async function signIn(page, contact, { secret = password, language = 'ar' } = {}) {
  await page.goto(`/${language}/sign-in`);
  await page.fill('[name=contact]', contact);
  if (!(await page.isVisible('[name=password]'))) await page.click('main summary');
  await page.fill('[name=password]', secret);
  await page.click('button[value=password]');
}

const answers = {
  site_address: 'زنقة 12، رقم 7', land_title: '1234/40', covered_area: '145', levels: '2',
  architect: 'سلمى بنعلي',
};

// Of an address, beside its first line.
const parts = { quarter: 'الحي الحسني', postcode: '63300', town: 'بركان' };

// Answers each page of questions until the documents are asked for.
export async function answerQuestions(page) {
  for (let pages = 0; /\/form\/\d+/.test(page.url()); ++pages) {
    assert.ok(pages < 10, 'the questions end');
    const before = page.url();
    for (const field of await page.locator('main [name^="answer-"]').all()) {
      const { tag, type, code } = await field.evaluate((it) => (
        { tag: it.tagName, type: it.type, code: it.name.slice('answer-'.length) }));
      if (tag === 'SELECT') await field.selectOption({ index: 1 });
      else if (type === 'radio' || type === 'checkbox') await page.locator(`[name="answer-${code}"]`).first().check();
      else await field.fill(answers[code] ?? parts[code.split('.')[1]] ?? (await field.getAttribute('dir') === 'ltr' ? '12' : 'سلمى بنعلي'));
    }
    await page.click('main button[value=next]');
    // A browser that is busy begins to leave after the press is over.
    await page.waitForURL((url) => url.href !== before).catch(async () =>
      assert.fail(`the answers were not accepted: ${await page.innerText('main')}`));
  }
}

// From the sheet of a commune to the check of the answers.
export async function fillRequest(page) {
  await page.click('main a[href*="/dossiers/new"]');
  await page.click('main form[action$="/dossiers/new"] button');
  await answerQuestions(page);
  for (const field of await page.locator('main input[type=file][required]').all())
    await field.setInputFiles(paper('وثيقة'));
}

// Files a building permit at the commune of Berkane and gives the number of the receipt.
export const fileBuildingPermit = (page, language = 'ar') => fileRequest(page, 'building-permit', language);

export async function fileRequest(page, procedure, language = 'ar') {
  await page.goto(`/${language}/procedures/${procedure}`);
  await page.click(`main a:text-is("${language === 'ar' ? 'جماعة بركان' : 'Commune de Berkane'}")`);
  await fillRequest(page);
  await page.click('main button[value=next]');
  await page.check('[name=declared]');
  await page.click('main form[action$="/check"] button');
  return receiptNumber(page);
}

export async function receiptNumber(page) {
  await page.waitForURL(/\/receipt/, { timeout: 5000 }).catch(() => {});
  const found = /\/dossiers\/([0-9A-Z-]+)\/receipt/.exec(page.url());
  assert.ok(found, `a receipt was shown, not ${page.url()}`);
  return found[1];
}

// Fills the form of an act of the desk, confirms what must be confirmed.
export async function act(page, number, name, fields = {}, language = 'ar') {
  await page.goto(`/${language}/desk/${number}/do/${name}`);
  for (const [field, value] of Object.entries(fields)) {
    const control = page.locator(`main [name="${field}"]`);
    const tag = await control.first().evaluate((it) => it.tagName);
    if (value === true) await control.first().check();
    else if (tag === 'SELECT') await control.selectOption(value);
    else if (typeof value === 'object') await page.locator(`main [name="${field}"][value="${value.is}"]`).check();
    else await control.fill(value);
  }
  await page.click('main form[action*="/do/"] button.button');
}

// The same, and the words that are shown before it counts.
export async function actAndConfirm(page, number, name, fields = {}) {
  await act(page, number, name, fields);
  await page.click('main button[name=confirmed]');
}

// Reports a street lamp in Berkane; gives its number and the commune's.
export async function reportLamp(page, { title = 'مصباح لا يضيء', contact = '' } = {}) {
  await page.goto('/ar/reports/new');
  await page.selectOption('main [name=territory]', { label: 'بركان' });
  const territory = await page.inputValue('main [name=territory]');
  await page.fill('main [name=landmark]', 'أمام المدرسة');
  await page.click('main form[action$="/reports/new/category"] button:not([type=button])');
  await page.fill('main [name=q]', 'الضو طافي');
  await page.click('main form[action$="/reports/new/category"] button:not([type=button])');
  await page.click('main a[href*="category=lamp-out"]');
  await page.fill('main [name=title]', title);
  if (contact) await page.fill('main [name=contact]', contact);
  await page.click('main button[value=check]');
  await page.click('main button[value=send]');
  return { territory, number: /reports\/([0-9A-Z-]+)/.exec(page.url())[1] };
}

// An office's answer to a report, with photos.
export async function answerReport(page, number, state, text, photos = []) {
  await page.goto(`/ar/office/reports/${number}/do/move?state=${state}`);
  await page.fill('main [name=text]', text);
  if (photos.length > 0) await page.setInputFiles('main [name=photos]', photos);
  await page.click('main form[action$="/do/move"] button.button');
}

// Any other act on a report, by the names of its fields.
export async function actOnReport(page, number, name, fields) {
  await page.goto(`/ar/office/reports/${number}/do/${name}`);
  for (const [field, value] of Object.entries(fields)) {
    const control = page.locator(`main [name="${field}"]`);
    const { tag, type } = await control.first().evaluate((it) => ({ tag: it.tagName, type: it.type }));
    if (type === 'radio') await page.check(`main [name="${field}"][value="${value}"]`);
    else if (tag === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
  await page.click(`main form[action$="/do/${name}"] button.button`);
}
