// SPDX-License-Identifier: Apache-2.0
// A sheet's way from inventory to publication, by whoever takes each step (law 55.19 art. 9): officer
// and head of the owner, the Interior, the secretariat of the commission; and what everybody sees of it.
import assert from 'node:assert/strict';
import { signIn } from './acts.mjs';
import { main, paperText, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
const code = 'road-link';
const title = 'شهادة الربط بالطريق الجماعي';
let sheet;           // its address in the office
const ofTheState = {};  // those of a ministry, by code
let session;
const names = {
  'register-entry': 'التقييد في السجل', 'register-copy': 'نسخة من تقييد', 'register-visit': 'الاطلاع على السجل',
};

// Opens what the button of that step is folded into, fills the words that it needs, and takes it.
async function take(page, address, action, words = {}) {
  await page.goto(address);
  const folded = page.locator('main details', { has: page.locator(`button[name=do][value=${action}]`) });
  if (await folded.count() && !(await folded.first().getAttribute('open') !== null)) await folded.locator('summary').first().click();
  const form = page.locator('main form', { has: page.locator(`button[name=do][value=${action}]`) });
  for (const [name, value] of Object.entries(words)) await form.locator(`[name=${name}]`).fill(value);
  await form.locator(`button[name=do][value=${action}]`).click();
}
const offered = (page, action) => page.locator(`main button[name=do][value=${action}]`).count();

// A section of the editor: what is typed, then saved.
async function write(page, section, words) {
  await page.goto(`${sheet}/edit/${section}`);
  for (const [name, value] of Object.entries(words)) await page.fill(`main [name="${name}"]`, value);
  await page.locator('main button[name=do][value=save]').first().click();
  assert.equal(await page.locator('main .errors').count(), 0, `${section} was saved`);
}

step('everybody comes in', async (there) => {
  for (const [page, name] of Object.entries({
    omar: 'omar', head: 'head', interior: 'interior', commission: 'commission', admin: 'admin', minister: 'youssef', fatima: 'fatima',
  })) await signIn(there[page], `${name}@demo.example`);
});

step('an officer writes down what is practised, and it is inventoried', async ({ omar, fatima }) => {
  assert.equal((await fatima.goto('/ar/office/sheets')).status(), 403, 'a citizen does not work there');
  await omar.goto('/ar/office/sheets');
  await omar.selectOption('main [name=owner]', { label: 'جماعة بركان' });
  await omar.fill('main [name=title]', title);
  await omar.fill('main [name=code]', code);
  await omar.click('main form[action$="/office/sheets"] button');
  sheet = new URL(omar.url()).pathname.replace(/\/edit\/.*/, '');
  await omar.goto(sheet);
  await says(omar, 'مجرود');
  await take(omar, sheet, 'take_up');
  await says(omar, 'قيد الدراسة');
});

step('the gate stands before the way out of the study, and says article by article why', async ({ omar, head }) => {
  await omar.goto(sheet);
  await says(omar, 'يجب تدارك ما يلي قبل النشر');
  await says(omar, 'المادة 3 من القانون رقم 55.19');
  await says(omar, 'المادة 16 من القانون رقم 55.19');
  await head.goto(sheet);
  assert.equal(await offered(head, 'submit'), 0);
});

step('each failure stands beside its field, with the article', async ({ omar }) => {
  await omar.goto(`${sheet}/edit/general`);
  const summary = omar.locator('main .field', { has: omar.locator('[name=summary_ar]') }).first();
  assert.match(await summary.innerText(), /يلزم بيان موضوع القرار بالعربية/);
  assert.match(await omar.getAttribute('[name=summary_ar]', 'aria-describedby'), /error-summary_ar/);
  await says(omar, 'المادة 6 من القانون رقم 55.19');
  await omar.goto(`${sheet}/edit/documents`);
  await omar.click('main button[name=do][value="add:documents"]');
  await omar.fill('main [name="documents.0.title_ar"]', 'نسخة مصادق عليها من البطاقة الوطنية');
  await omar.locator('main button[name=do][value=save]').first().click();
  await omar.goto(`${sheet}/edit/documents`);
  const faults = await omar.locator('main fieldset .danger').allInnerTexts();
  assert.ok(faults.some((one) => one.includes('المادة 7 من القانون رقم 55.19')), `a certified copy: ${faults}`);
  assert.ok(faults.some((one) => one.includes('المادة 3 من القانون رقم 55.19')), `no basis: ${faults}`);
});

step('the officer mends each of them', async ({ omar }) => {
  await write(omar, 'general', {
    summary_ar: 'شهادة بأن القطعة متصلة بطريق جماعي.', output_ar: 'شهادة موقعة.', handling_ar: 'مصلحة التعمير.',
  });
  await write(omar, 'basis', { 'basis.0.text_ar': 'القانون رقم 12.90 المتعلق بالتعمير', 'basis.0.reference': 'المادة 43' });
  await write(omar, 'documents', {
    'documents.0.title_ar': 'رسم بياني للمقطع',
    'documents.0.basis.0.text_ar': 'القانون رقم 12.90 المتعلق بالتعمير', 'documents.0.basis.0.reference': 'المادة 43',
  });
  await write(omar, 'term', { term_days: '15', appeal_ar: 'رئيس مجلس الجماعة، ثم المحكمة الإدارية بوجدة.' });
  await write(omar, 'channels', { contact_ar: 'مصلحة التعمير بمقر الجماعة.' });
  await omar.goto(sheet);
  await says(omar, 'المصنف مستوف لشروط النشر');
  assert.equal(await offered(omar, 'submit'), 0, 'an officer does not submit');
});

step('the head submits; what lies elsewhere is not written into', async ({ head, omar, stranger }) => {
  await take(head, sheet, 'submit');
  await says(head, 'معروض للمصادقة أو المطابقة');
  await omar.goto(`${sheet}/edit/general`);
  await omar.fill('main [name=title_fr]', 'Attestation de raccordement');
  await omar.locator('main button[name=do][value=save]').first().click();
  assert.ok(await omar.isVisible('main .errors'), 'the Interior has it');
  assert.equal((await stranger.goto(`/ar/procedures/${code}`)).status(), 404, 'nobody is asked by a draft');
});

step('the Interior sends it back with remarks, then finds it to conform to the law', async ({ interior, head }) => {
  await interior.goto('/ar/office/review');
  await interior.click(`main a:has-text("${title}")`);
  assert.equal(new URL(interior.url()).pathname, sheet);
  await take(interior, sheet, 'send_back', { reason: 'لا' });
  assert.ok(await interior.isVisible('main .errors'), 'remarks are owed');
  await take(interior, sheet, 'send_back', { reason: 'المرجو تدقيق مراجع السند القانوني.' });
  await head.goto(sheet);
  await says(head, 'المرجو تدقيق مراجع السند القانوني.');
  await take(head, sheet, 'submit');
  await take(interior, sheet, 'check', { reference: '' });
  assert.ok(await interior.isVisible('main .errors'), 'a letter has a number');
  await take(interior, sheet, 'check', { reference: 'المراسلة عدد 77' });
  await says(interior, 'تم التحقق من مطابقته للقانون');
  assert.equal(await offered(interior, 'publish'), 0, 'who looks does not publish');
});

step('the head publishes, and everybody reads it', async ({ head, stranger }) => {
  await take(head, sheet, 'publish');
  await stranger.goto(`/ar/procedures/${code}`);
  await says(stranger, title);
  await says(stranger, 'المراسلة عدد 77');
  await says(stranger, 'رسم بياني للمقطع');
});

step('suspended it says so and takes nothing in; resumed it does again', async ({ head, stranger }) => {
  await take(head, sheet, 'suspend', { reason: 'أشغال بالأرشيف إلى نهاية الشهر.' });
  await stranger.goto(`/ar/procedures/${code}`);
  await says(stranger, 'العمل بهذه المسطرة معلق مؤقتا');
  await take(head, sheet, 'resume');
  await stranger.goto(`/ar/procedures/${code}`);
  assert.ok(!(await main(stranger)).includes('العمل بهذه المسطرة معلق مؤقتا'));
});

step('a ministry has a head, who starts three sheets from a model', async ({ admin, minister }) => {
  await admin.goto('/ar/admin/people?q=%D9%88%D8%B2%D8%A7%D8%B1%D8%A9%20%D8%A7%D9%84%D8%B9%D8%AF%D9%84');
  await admin.click('main a[href*="/admin/people/"]:has-text("وزارة العدل")');
  await admin.fill('main [name=title_ar]', 'مدير الشؤون المدنية');
  await admin.selectOption('main [name=role]', 'head');
  await admin.click('main form[action*="/admin/people/"] button');
  await admin.fill('main [name=contact]', 'youssef@demo.example');
  await admin.click('main form[action$="/give"] button');
  for (const [name, called] of Object.entries(names)) {
    await minister.goto('/ar/office/models/signature-legalisation');
    await minister.selectOption('main [name=owner]', { index: 1 });
    await minister.fill('main [name=code]', name);
    await minister.click('main form[action*="/office/models/"] button');
    sheet = new URL(minister.url()).pathname.replace(/\/edit\/.*/, '');
    ofTheState[name] = sheet;
    await write(minister, 'general', { title_ar: called });
    await write(minister, 'channels', { contact_ar: 'كتابة الضبط.' });
    await take(minister, sheet, 'take_up');
    await take(minister, sheet, 'submit');
    await says(minister, 'معروض للمصادقة أو المطابقة');
    assert.equal(await offered(minister, 'publish'), 0, 'the commission has not spoken');
  }
});

step('the secretariat holds a session: presence, agenda, decisions', async ({ commission, omar, house }) => {
  assert.equal((await omar.goto('/ar/office/sessions')).status(), 403);
  await commission.goto('/ar/office/sessions');
  await commission.fill('main [name=held_on]', house.day(0));
  await commission.fill('main [name=place]', 'الرباط');
  await commission.click('main form[action$="/office/sessions"] button');
  session = new URL(commission.url()).pathname;
  for (let n = 0; n < 3; ++n) await commission.locator('main form[action$="/agenda"] button').first().click();
  await commission.fill('main [name=present]', 'عضو أول | رئاسة الحكومة\nعضو ثان | وزارة الاقتصاد والمالية');
  await commission.click('main button[value=presence]');
  await says(commission, 'التقييد في السجل');
});

async function rule(page, name, words) {
  const id = ofTheState[name].split('/').at(-1);
  await page.goto(session);
  const form = page.locator('main form', { has: page.locator(`[name=sheet][value="${id}"]`) });
  const { verdict, ...texts } = words;
  await form.locator('[name=verdict]').selectOption(verdict);
  for (const [field, value] of Object.entries(texts)) await form.locator(`[name=${field}]`).fill(value);
  await form.locator('button[value=rule]').click();
}

step('what is decided has its reasons, and a deletion its note on the law', async ({ commission }) => {
  await rule(commission, 'register-entry', { verdict: 'approved' });
  await rule(commission, 'register-visit', { verdict: 'deleted', reason: 'لا نص يؤسس هذه المسطرة.' });
  assert.ok(await commission.isVisible('main .errors'));
  assert.ok((await commission.content()).includes('لا نص يؤسس هذه المسطرة.'), 'what was typed is kept');
  await rule(commission, 'register-visit',
    { verdict: 'deleted', reason: 'لا نص يؤسس هذه المسطرة.', legal_note: 'بحث في النصوص المنشورة دون نتيجة.' });
  await rule(commission, 'register-copy', { verdict: 'merged', reason: 'تكرار للمسطرة نفسها.', into: 'register-entry' });
  const minutes = await paperText(commission, 'main a[href$="/minutes"]');
  for (const words of ['رئاسة الحكومة', 'الرباط', 'لا نص يؤسس']) assert.ok(minutes.includes(words), `${words} in\n${minutes}`);
  await commission.goto(session);
  await commission.click('main button[name=do][value=close]');
  await says(commission, 'مختتمة');
  assert.equal(await commission.locator('main button[value=rule], main button[value=presence]').count(), 0, 'closed for good');
});

step('what the commission approved is published by its owner; the rest keeps a page with the reason', async ({ minister, stranger }) => {
  await take(minister, ofTheState['register-entry'], 'publish');
  await stranger.goto('/ar/procedures/register-entry');
  await says(stranger, 'التقييد في السجل');
  await stranger.goto('/ar/procedures/register-visit');
  await says(stranger, 'حُذفت هذه المسطرة');
  await says(stranger, 'لا نص يؤسس هذه المسطرة.');
  await says(stranger, 'بحث في النصوص المنشورة دون نتيجة.');
  await stranger.goto('/ar/procedures/register-copy');
  await says(stranger, 'تكرار للمسطرة نفسها.');
  await stranger.click('main a[href$="/procedures/register-entry"]');
  await says(stranger, 'التقييد في السجل');
  await stranger.goto('/ar/registry/sessions');
  await stranger.click('main a[href*="/registry/sessions/"]');
  await says(stranger, 'المصادقة');
});

step('withdrawn, a sheet keeps its page with the reason', async ({ head, stranger }) => {
  const road = new URL(head.url()).pathname;
  await take(head, road, 'withdraw', { reason: 'تُسلَّم المعلومة الآن عبر الخريطة المنشورة.' });
  await stranger.goto(`/ar/procedures/${code}`);
  await says(stranger, 'سُحبت هذه المسطرة.');
  await says(stranger, 'تُسلَّم المعلومة الآن عبر الخريطة المنشورة.');
});

// Each number that is a link opens a list of so many lines.
async function opensEachList(page, address, least) {
  await page.goto(address);
  const numbers = await page.locator('main a[href*="/registry/sheets"]').evaluateAll((all) => all.map((one) => (
    { href: one.getAttribute('href'), count: Number(one.textContent.replaceAll(/\D/g, '')) })));
  assert.ok(numbers.length >= least, `${numbers.length} numbers at ${address}`);
  for (const { href, count } of numbers) {
    await page.goto(href);
    assert.equal(await page.locator('main .cards .card').count(), count, href);
  }
}

step('each number of the registry opens the list that it counts', async ({ stranger }) => {
  await opensEachList(stranger, '/ar/registry', 12);
  await stranger.goto('/ar/registry');
  await stranger.click('main a[href*="/registry/administrations/"]:has-text("وزارة العدل")');
  await says(stranger, 'وزارة العدل');
  await opensEachList(stranger, new URL(stranger.url()).pathname, 6);
});

step('who follows the registry is told of each change', async ({ stranger, house }) => {
  const feed = await stranger.request.get(`${house.url}/ar/procedures.atom`);
  assert.match(feed.headers()['content-type'], /atom\+xml/);
  const text = await feed.text();
  for (const words of [title, `/procedures/${code}`, 'التقييد في السجل']) assert.ok(text.includes(words), words);
  await stranger.goto('/ar/simplification');
  await says(stranger, 'وزارة العدل');
});

step('who was asked for more than the sheet says tells the head, with no account', async ({ stranger, head, omar, house }) => {
  await stranger.goto('/ar/procedures/building-permit');
  await stranger.click('main a[href$="/building-permit/claim"]');
  await stranger.selectOption('main [name=administration]', { label: 'جماعة بركان' });
  await stranger.fill('main [name=asked]', 'نسخة مصادق عليها من البطاقة الوطنية');
  await stranger.fill('main [name=asked_on]', house.day(3));
  await stranger.click('main form[action$="/claim"] button');
  assert.ok(await stranger.isVisible('main .errors'), 'not asked in days to come');
  assert.equal(await stranger.inputValue('main [name=asked]'), 'نسخة مصادق عليها من البطاقة الوطنية');
  await stranger.fill('main [name=asked_on]', house.day(-1));
  await stranger.click('main form[action$="/claim"] button');
  await says(stranger, 'تم التوصل بالتصريح');
  assert.equal((await omar.goto('/ar/office/claims')).status(), 403, 'it is the head who is told');
  await head.goto('/ar/notices');
  await says(head, 'رخصة البناء');
  await head.goto('/ar/office/claims');
  await says(head, 'نسخة مصادق عليها من البطاقة الوطنية');
  await head.fill('main [name=answer]', 'تم تذكير الشباك بما في البطاقة.');
  await head.click('main button[value=put_right]');
  await stranger.goto('/ar/registry');
  await stranger.click('main a[href*="/registry/claims?administration="]');
  await says(stranger, 'تم إصلاحه');
  await says(stranger, 'رخصة البناء');
  assert.ok(!(await main(stranger)).includes('نسخة مصادق عليها'), 'nobody reads the words of others');
});

step('a place is chosen region by region, and the list is narrowed to it', async ({ stranger }) => {
  await stranger.goto('/ar/procedures');
  await stranger.click('main details summary');
  const choose = async (words) => {
    if (!(await stranger.isVisible('main [name=territory]'))) await stranger.click('main details summary');
    const option = stranger.locator('main [name=territory] option', { hasText: words }).first();
    await stranger.selectOption('main [name=territory]', await option.getAttribute('value'));
    await stranger.click('main form:has([name=territory]) button');
  };
  assert.equal(await stranger.locator('main [name=territory] option', { hasText: 'أحفير' }).count(), 0, 'not 1,503 at once');
  await choose('الشرق');
  await choose('بركان');
  await choose('أحفير');
  assert.match(stranger.url(), /territory=\d+/);
  assert.ok((await stranger.locator('main .cards .card').count()) > 0);
  assert.ok(!(await main(stranger)).includes('التقييد في السجل'), 'a ministry offers nothing there');
});

walk('a sheet from inventory to publication',
  ['omar', 'head', 'interior', 'commission', 'admin', 'minister', 'fatima', 'stranger'], steps);
