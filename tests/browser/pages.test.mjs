// SPDX-License-Identifier: Apache-2.0
// Every page in every language on a telephone and on a desk, by night and on paper: checks.mjs says
// what must hold. Pictures of the main pages are kept in build/screenshots; of all pages with
// WASL_PICTURES=all.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, person, picture, startHouse } from './house.mjs';
import { faultsAtThisWidth, faultsByNight, faultsOfPage, faultsOnPaper, languageOf, targets, wider } from './checks.mjs';
import { act, answerQuestions, answerReport, fileBuildingPermit, paper, photo, picture as photograph, reportLamp, signIn } from './acts.mjs';

// Pages below one address, by the names of their pictures.
const under = (name, pages, address) =>
  Object.fromEntries(Object.entries(pages).map(([one, rest]) => [`${name}-${one}`, `${address}${rest}`]));
const languages = ['ar', 'fr', 'en', 'zgh'];
const widths = [360, 1280];

let house, browser, still;
const seen = {};  // numbers and addresses of what was prepared

// One dossier that was decided, one that waits for its citizen, a draft half filled in.
async function prepare() {
  const fatima = await person(browser, house.url);
  const omar = await person(browser, house.url);
  await signIn(fatima, 'fatima@demo.example');
  await signIn(omar, 'omar@demo.example');
  seen.number = await fileBuildingPermit(fatima);
  seen.waiting = await fileBuildingPermit(fatima);
  await act(omar, seen.number, 'take_up');
  await act(omar, seen.number, 'approve', { text: 'يرخص بالبناء وفق التصاميم المؤشر عليها.' });
  await omar.click('main button[name=confirmed]');
  await act(omar, seen.waiting, 'take_up');
  await act(omar, seen.waiting, 'message', { text: 'المرجو الحضور إلى مصلحة التعمير مع أصل التصميم.' });
  await act(omar, seen.waiting, 'ask_replacement',
    { documents: { is: 'plans' }, reason: 'التصميم غير مؤشر عليه من طرف المهندس المعماري.' });
  seen.open = await fileBuildingPermit(fatima);
  await fatima.goto(`/ar/dossiers/${seen.number}`);
  seen.decision = (await fatima.locator(`main a[href*="/papers/"]:not([href$="/papers/${seen.number}"])`)
    .first().getAttribute('href')).split('/').at(-1);
  await fatima.goto('/ar/procedures/building-permit');
  seen.offer = (await fatima.locator('main a:text-is("جماعة بركان")').getAttribute('href')).slice('/ar'.length);
  await fatima.goto(`/ar${seen.offer}`);
  await fatima.click('main a[href*="/dossiers/new"]');
  await fatima.click('main form[action$="/dossiers/new"] button');
  seen.draft = /drafts\/(\d+)/.exec(fatima.url())[1];
  await answerQuestions(fatima);
  await fatima.locator('main input[type=file][required]').first().setInputFiles(photo('شهادة الملكية'));
  await fatima.click('main button[value=stay]');
  await omar.goto('/ar/office/imports');
  await omar.selectOption('main [name=owner]', { index: 1 });
  await omar.setInputFiles('main [name=file]', { name: 'rows.csv', mimeType: 'text/csv',
    buffer: Buffer.from('code,title_ar,title_fr,delay,administration\nnew-row,شهادة جديدة,Nouvelle attestation,15 يوما,\nbad row,عنوان,,,\nother-row,عنوان,,,justice\n') });
  await omar.click('main form[action$="/office/imports"] button');
  seen.import = /imports\/(\d+)/.exec(omar.url())[1];
  seen.report = await reportLamp(fatima);
  await prepareReports(fatima);
  await prepareJury();
  await fatima.goto('/ar/challenges/berkane-youth/teams');
  seen.team = (await fatima.locator('main table a').first().getAttribute('href')).slice('/ar'.length);
  await fatima.goto('/ar/challenges/idarathon-2020/projects');
  seen.project = (await fatima.locator('main .card a').first().getAttribute('href')).slice('/ar'.length);
  await fatima.goto('/ar/territory');
  seen.territory = (await fatima.locator('main a[href*="/territory/"]').first().getAttribute('href')).slice('/ar'.length);
  await fatima.goto('/ar/administrations');
  seen.administration =
    (await fatima.locator('main a[href*="/administrations/"]').first().getAttribute('href')).slice('/ar'.length);
}

// One that was answered with a photo and has a part hidden, and a history of the settings.
async function prepareReports(fatima) {
  const nadia = await person(browser, house.url);
  await signIn(nadia, 'nadia@demo.example');
  seen.answered = (await reportLamp(fatima, { title: 'عمود مائل قرب المسجد' })).number;
  await answerReport(nadia, seen.answered, 'in_progress', 'سيمر الفريق يوم الخميس.', [photograph('عمود')]);
  await fatima.goto(`/ar/reports/${seen.answered}`);
  await fatima.click('main summary:text-is("إضافة معلومة أو صورة")');
  await fatima.fill('main [name=text]', 'يهتز عند هبوب الرياح.');
  await fatima.click('main button:text-is("إضافة")');
  await nadia.goto(`/ar/office/reports/${seen.answered}`);
  seen.words = /part=(words-\d+)/.exec(await nadia.locator('main a[href*="part=words-"]').first().getAttribute('href'))[1];
  await prepareBank(nadia);
  const admin = await person(browser, house.url);
  await signIn(admin, 'admin@demo.example');
  await admin.goto('/ar/admin/reports/templates/row');
  await admin.fill('main [name=title]', 'الشكر على الإخبار');
  await admin.fill('main [name=text_ar]', 'شكرا على الإخبار. سيمر الفريق هذا الأسبوع.');
  await admin.click('main button:text-is("حفظ")');
  await admin.goto('/ar/admin/reports/categories/row?key=lamp-out');
  await admin.fill('main [name=days]', '4');
  await admin.click('main button:text-is("حفظ")');
  await admin.goto('/ar/admin/open311');
  await admin.fill('main [name=name]', 'FixMyStreet');
  await admin.click('main form[action$="/clients"] button');
}

// The adoption that comes with the demonstration, and the entry it is of; a file with rows to import.
async function prepareBank(nadia) {
  await nadia.goto('/ar/office/bank');
  await nadia.locator('main a[href*="/office/adoptions/"]').first().click();
  seen.adoption = new URL(nadia.url()).pathname.slice('/ar'.length);
  seen.entry = (await nadia.locator('nav.crumbs a[href*="/bank/"]').last().getAttribute('href')).slice('/ar'.length);
  const leila = await person(browser, house.url);
  await signIn(leila, 'commission@demo.example');
  await leila.goto('/ar/office/bank');
  seen.proposed = (await leila.locator('main td a[href*="/bank/2"]').first().getAttribute('href')).slice('/ar'.length);
  await leila.goto(`/ar${seen.proposed}/do/take_up`);
  await leila.click('main form[action$="/take_up"] button');
  await leila.goto('/ar/office/bank/imports');
  await leila.fill('main [name=source]', 'مجموعة للاختبار');
  await leila.setInputFiles('main [name=file]', { name: 'goods.json', mimeType: 'application/json',
    buffer: Buffer.from('[{"name": "OpenCRVS", "description": "Civil registration."}, {"name": ""}]') });
  await leila.click('main form[action$="/office/bank/imports"] button');
  await nadia.goto('/ar/bank');
  seen.other = (await nadia.locator('main ul.cards a[href*="/bank/2"]').first().getAttribute('href')).split('/').at(-1);
  await nadia.goto('/ar/bank?origin=edition');
  seen.nobodys = (await nadia.locator('main ul.cards a[href*="/bank/2"]').first().getAttribute('href')).slice('/ar'.length);
  await nadia.goto(`/ar${seen.entry}/wordings`);
  seen.wording = (await nadia.locator('main .timeline a').first().getAttribute('href')).slice('/ar'.length);
  seen.goods = new URL(leila.url()).pathname.slice('/ar'.length);
}

// A judge who chairs the jury of the edition that runs.
async function prepareJury() {
  const jury = '/ar/challenges/berkane-youth/jury';
  const [governor, leila] = [await person(browser, house.url), await person(browser, house.url)];
  await signIn(governor, 'governor@demo.example');
  await governor.goto(`${jury}/office`);
  await governor.click('main summary:text-is("دعوة محكم")');
  await governor.fill('main [name=address]', 'commission@example.ma');
  await governor.check('main [name=chair]');
  await governor.click('main button[value=call]');
  const link = (await governor.locator('main bdi, main span', { hasText: '/jury/seat?' }).last().innerText()).trim();
  await signIn(leila, 'commission@demo.example');
  await leila.goto(`${house.url}${new URL(link).pathname}${new URL(link).search}`);
  await leila.click('main button[value=take]');
}

const bank = () => ({
  bank: '/bank', 'bank-none': '/bank?q=zzzzzzzz', 'bank-narrow': '/bank?obstacle=coordination&measured=1', 'bank-dormant': '/bank?dormant=1',
  'bank-needs': '/bank/needs', 'bank-compare': '/bank/compare', 'bank-compared': `/bank/compare?a=${seen.entry.split('/').at(-1)}&b=${seen.other}`,
  'bank-embed': '/bank/embed', 'bank-entry': seen.entry, 'bank-unknown': '/bank/2026-AAAA-AAAA', 'bank-new': '/bank/new', 'bank-mine': '/account/bank',
  'bank-wordings': `${seen.entry}/wordings`, 'bank-wording': seen.wording, 'bank-wordings-none': `/bank/${seen.other}/wordings`,
});
const bankOfficers = () => ({
  'bank-office': '/office/bank', 'bank-adopt': `/bank/${seen.other}/adopt`, 'bank-file': seen.adoption,
  'bank-file-edit': `${seen.adoption}/edit`, 'bank-effect': `${seen.adoption}/effect`,
});
const bankReviewers = () => ({
  'bank-queue': '/office/bank', 'bank-queue-ticked': '/office/bank?origin=idea&tick=all',
  'bank-queue-none': '/office/bank?origin=edition&stage=returned', 'bank-several-none': '/office/bank/bulk?act=enlist',
  'bank-several': `/office/bank/bulk?act=enlist&number=${seen.proposed.split('/').at(-1)}`, 'bank-correct': `${seen.nobodys}/edit`,
  'bank-proposed': seen.proposed, 'bank-enlist': `${seen.proposed}/do/enlist`,
  'bank-refuse': `${seen.proposed}/do/refuse`, 'bank-merge': `${seen.proposed}/do/merge`,
  'bank-imports': '/office/bank/imports', 'bank-import': seen.goods, 'bank-wording-to-strike': seen.wording,
});

const everyone = () => ({
  home: '', about: '/about', accessibility: '/accessibility', privacy: '/privacy', 'personal-data': '/personal-data',
  source: '/source', search: '/procedures?q=%D8%B1%D8%AE%D8%B5%D9%87%20%D8%A7%D9%84%D8%A8%D9%86%D8%A7%D8%A1',
  'nothing-found': '/procedures?q=zzzzzzzz', procedures: '/procedures', decisions: '/procedures?list=decisions',
  guide: '/guide', 'guide-audience': '/guide?life_event=opening_shop', 'guide-end': '/guide?life_event=building_home&audience=any&theme=any',
  'guide-nothing': '/guide?life_event=retiring&audience=foreigners&theme=mines',
  'life-events': '/life-events', 'life-event': '/life-events/building_home', suggest: '/suggest?q=%D8%B1%D8%AE',
  places: '/procedures/building-permit', procedure: seen.offer, administrations: '/administrations',
  administration: seen.administration, territory: '/territory', region: seen.territory, calendar: '/calendar',
  'procedures-there': `/procedures?territory=${seen.territory.split('/').at(-1)}`,
  registry: '/registry', 'registry-list': '/registry/sheets?state=published', 'registry-lines': '/registry/lines',
  'registry-of': `/registry/administrations/${seen.offer.split('/').at(-1)}`, 'registry-claims': '/registry/claims',
  'registry-sessions': '/registry/sessions', simplification: '/simplification',
  compliance: '/compliance', verify: '/verify', 'verify-receipt': `/verify/${seen.number}`,
  'verify-decision': `/verify/${seen.decision}`, 'verify-unknown': '/verify/2026-AAAA-AAAA', 'sign-in': '/sign-in',
  reports: '/reports', 'reports-none': '/reports?state=fixed&category=ramp', report: `/reports/${seen.report.number}`,
  'report-where': '/reports/new', 'report-what': `/reports/new/category?territory=${seen.report.territory}&q=%D8%B6%D9%88`,
  'report-write': `/reports/new/write?territory=${seen.report.territory}&category=lamp-out`, 'report-about': '/reports/about',
  'report-nowhere': '/reports/new/category', 'report-offline': '/reports/offline',
  'report-where-found': '/reports/new?q=%D8%A7%D9%84%D9%85%D9%84%D8%AD%D9%82%D8%A9', 'report-quarters': `/reports/new?territory=${seen.report.territory}`, 'report-confirm': `/reports/${seen.report.number}/confirm`,
  'reports-map': '/reports/map',
  'report-figures': '/reports/figures', 'report-figures-days': '/reports/figures?by=category&show=ninetieth',
  'report-figures-none': '/reports/figures?from=2020-01&until=2020-02', 'report-alerts': '/reports/alerts', 'report-photos-first': '/reports/new/photos',
  'report-embed': '/reports/embed', 'report-embed-counts': '/reports/embed?show=counts',
  ...under('challenge', { s: '', one: '/berkane-youth', teams: '/berkane-youth/teams', mentors: '/berkane-youth/mentors',
    'gallery-closed': '/berkane-youth/projects', record: '/idarathon-2020', projects: '/idarathon-2022/projects',
    awards: '/idarathon-2020/awards', 'closed-one': '/berkane-spring', 'closed-jury': '/berkane-spring/jury', 'closed-awards': '/berkane-spring/awards', 'closed-projects': '/berkane-spring/projects', jury: '/berkane-youth/jury', vote: '/berkane-youth/vote', none: '/nothing' }, '/challenges'),
  'certificate-check': '/certificates', 'certificate-none': '/certificates/2026-AAAA-AAAA', 'challenge-team': seen.team, 'challenge-project': seen.project,
  'sign-up': '/sign-up', forgotten: '/password/forgotten', 'not-found': '/no-such-page',
});
const citizens = () => ({
  dossiers: '/dossiers', dossier: `/dossiers/${seen.waiting}`, decision: `/dossiers/${seen.number}`,
  receipt: `/dossiers/${seen.open}/receipt`, withdraw: `/dossiers/${seen.open}/withdraw`,
  start: seen.offer.replace(/\/procedures\/([^/]+)\/in\/(\d+)/, '/dossiers/new?procedure=$1&administration=$2'),
  question: `/dossiers/drafts/${seen.draft}/form/1`, choices: `/dossiers/drafts/${seen.draft}/form/2`,
  documents: `/dossiers/drafts/${seen.draft}/documents`, filing: `/dossiers/drafts/${seen.draft}/check`,
  drop: `/dossiers/drafts/${seen.draft}/drop`, notices: '/notices', preferences: '/notices/preferences',
  account: '/account', contacts: '/account/contacts', data: '/account/data', erase: '/account/data/erase',
  edit: '/account/edit', mandates: '/account/mandates', password: '/account/password',
  security: '/account/security', sessions: '/account/sessions', tokens: '/account/tokens',
  ...under('team', { own: '', edit: '/edit', work: '/work', 'work-page': '/work/empathise', submission: '/submission', preview: '/preview' }, seen.team),
  'my-teams': '/account/challenges', 'hours-to-book': '/challenges/berkane-youth/mentors',
  'not-mine': '/dossiers/2026-AAAA-AAAA', 'my-reports': '/account/reports', 'my-alerts': '/account/alerts', 'new-alert': '/reports/alerts',
  'my-report': `/reports/${seen.answered}`, 'report-complaint': `/reports/${seen.answered}/complaint`,
});
const officers = () => ({
  queue: '/desk', 'queue-narrow': '/desk?state=in_review&more=1', review: `/desk/${seen.open}`,
  decided: `/desk/${seen.number}`, 'take-up': `/desk/${seen.open}/do/take_up`,
  ask: `/desk/${seen.waiting}/do/ask_replacement`, assign: `/desk/${seen.open}/do/assign`,
  opinion: `/desk/${seen.open}/do/ask_opinion`, assisted: '/desk/assisted', silence: '/desk/silence',
  opinions: '/desk/opinions', sheets: '/office/sheets', delegations: '/account/delegations',
  imports: '/office/imports', 'import-rows': `/office/imports/${seen.import}`,
});
const reportOfficers = () => {
  const one = `/office/reports/${seen.answered}`;
  const acts = Object.fromEntries(['assign', 'priority', 'note', 'transfer', 'duplicate', 'moderate']
    .map((name) => [`report-${name}`, `${one}/do/${name}`]));
  return {
    'reports-queue': '/office/reports', 'reports-closed': '/office/reports?closed=1',
    'reports-queue-none': '/office/reports?state=in_progress&category=ramp', 'reports-queue-map': '/office/reports/map',
    'reports-field': '/office/reports/field', 'report-office': one, ...acts,
    'report-answer': `${one}/do/move?state=fixed`, 'report-refuse': `${one}/do/move?state=not_responsible`,
    'report-part': `${one}/do/part?part=${seen.words}`, 'report-reopen': `${one}/do/reopen`,
    'reports-bulk': `/office/reports/bulk?act=move%3Afixed&number=${seen.answered}&number=${seen.report.number}`,
    'report-office-none': '/office/reports/2026-AAAA-AAAA', 'open311-of-office': '/office/open311',
  };
};
const reportAdministrators = () => Object.fromEntries([
  ['setting-history', 'history'], ['setting-category', 'categories/row?key=lamp-out'], ['setting-question', 'questions/row?key=water-leak/strength'],
  ['setting-state', 'states/row?key=in_progress'], ['setting-route', 'routes/row'],
  ...['categories', 'questions', 'states', 'templates', 'routes', 'escalations'].flatMap((kind) => [
    [`setting-${kind}`, kind], [`setting-${kind}-new`, `${kind}/row`]]),
].map(([name, address]) => [name, `/admin/reports/${address}`]));
// What only civil servants, mentors and organisers of challenges see.
const challengers = () => ({
  'mentor-hours': '/challenges/berkane-youth/mentor', 'mentor-asks': `${seen.team}/work/empathise`,
  'team-new': '/challenges/berkane-youth/teams/new', looking: '/challenges/berkane-youth/looking',
});
const organisers = () => ({
  'team-of-others': seen.team, 'jury-office': '/challenges/berkane-youth/jury/office', 'jury-papers': '/challenges/berkane-youth/jury/papers', 'jury-first': '/challenges/berkane-youth/jury/first',
  'jury-papers-wrong': '/challenges/berkane-youth/jury/papers?number=2026-AAAA-AAAA', 'vote-office': '/challenges/berkane-youth/vote/office', ...under('organise', { s: '', new: '/new', one: '/berkane-youth', record: '/idarathon-2020',
    ...Object.fromEntries(['call', 'phases', 'targets', 'themes', 'statements', 'prizes', 'partners', 'invited', 'teams', 'certificates']
      .map((part) => [part, `/berkane-youth/${part}`])) }, '/office/challenges'),
});
const judges = () => ({ ...under('jury', { seat: '/seat', chair: '/office', reopen: '/reopen' }, '/challenges/berkane-youth/jury'), 'chair-after': '/challenges/berkane-spring/jury/office' });
const heads = () => ({ webhooks: '/office/webhooks', appeals: '/desk/appeals', 'queue-of-head': '/desk' });
const administrators = () => ({
  places: `/admin/reports/places?commune=${seen.report.territory}`, place: `/admin/reports/places/one?commune=${seen.report.territory}`,
  people: '/admin/people', units: '/admin/administrations', days: '/admin/calendar', letters: '/admin/letters', 'webhooks-of-all': '/office/webhooks', open311: '/admin/open311', 'open311-stuck': '/office/open311',
  founding: '/admin/administrations/new', placing: '/admin/administrations/commune-berkane/parent',
  keeping: '/admin/administrations/commune-berkane', 'journal-of-all': '/admin/journal', 'checked-of-all': '/admin/journal/verify',
});
const auditors = () => ({ 'reports-audited': '/office/reports', 'reports-audited-map': '/office/reports/map', journal: '/journal', 'journal-narrow': '/journal?kind=dossiers.file', checked: '/journal/verify' });

// The eight pages of the issue, in the two languages that every reader of it has.
const wanted = new Set(['home', 'search', 'procedure', 'filing', 'receipt', 'queue', 'review', 'dossier', 'decision',
  'documents', 'sign-in', 'verify-receipt', 'reports', 'report', 'report-where', 'report-what', 'report-write', 'my-report']);

const all = process.env.WASL_PICTURES === 'all';
const pictured = (name, language) => (all || wanted.has(name)) && (language === 'ar' || language === 'fr');

// A map draws itself frame by frame; any other page is whole once it is laid out.
const drawsItself = () => [...document.scripts].some((one) => one.src && !/\bwasl\b[^/]*\.js$/.test(one.src));

const asWide = (page, width) => page.setViewportSize({ width, height: width < 600 ? 740 : 900 });

async function keepPictures(drawn, address, name) {
  for (const width of widths) {
    await asWide(drawn, width);
    if (width === widths[0]) await drawn.goto(address);
    await picture(drawn, `${name}-${width}`);
  }
}

// Words differ between languages and so does what wraps; colours do not, so night, paper and all
// rules at the second width are looked at once: in French, because axe takes words whose letters
// join for icons, and says nothing of the colour of most that is written in Arabic.
async function lookAt({ still, drawn }, language, pages) {
  const faults = [];
  for (const [name, rest] of Object.entries(pages)) {
    const address = `/${language}${rest}`;
    const say = (found) => faults.push(...found.map((one) => `${name} (${address}): ${one}`));
    let page = still;
    await asWide(page, widths[0]);
    let answer = await page.goto(address);
    if (await page.evaluate(drawsItself)) {
      page = drawn;
      await asWide(page, widths[0]);
      answer = await page.goto(address);
    }
    if (answer.status() >= 500) say([`answers ${answer.status()}`]);
    if ((await languageOf(page)) !== language) say(['is in another language']);
    say(await faultsOfPage(page));
    for (const width of widths) {
      if (width !== widths[0]) await asWide(page, width);
      const found = width === widths[0] || language === 'fr' ? faultsAtThisWidth : wider;
      say((await found(page)).map((one) => `at ${width}: ${one}`));
      if (width === widths[0]) say(await targets(page));
    }
    if (language === 'fr') say([...await faultsByNight(page), ...await faultsOnPaper(page)]);
    if (pictured(name, language)) await keepPictures(drawn, address, `${name}-${language}`);
  }
  assert.deepEqual(faults, []);
}

const readers = [
  ['everyone', '', everyone], ['a citizen', 'fatima@demo.example', citizens], ['an officer', 'omar@demo.example', officers],
  ['a head', 'head@demo.example', heads], ['an administrator', 'admin@demo.example', administrators],
  ['an auditor', 'auditor@demo.example', auditors],
  ['a mentor', 'nadia@demo.example', challengers], ['an organiser', 'governor@demo.example', organisers, ['ar', 'fr']],
  // Read in offices, which work in two languages.
  ['an officer of reports', 'nadia@demo.example', reportOfficers, ['ar', 'fr']],
  ['a citizen with an idea', 'youssef@demo.example', bank],
  ['an administrator of the bank', 'admin@demo.example', () => ({ 'bank-admin': '/admin/bank' })],
  ['an officer who adopts', 'nadia@demo.example', bankOfficers, ['ar', 'fr']],
  ['a reviewer', 'commission@demo.example', bankReviewers, ['ar', 'fr']],
  ['who chairs a jury', 'commission@demo.example', judges, ['ar', 'fr']],
  ['an administrator of reports', 'admin@demo.example', reportAdministrators, ['ar', 'fr']],
];
// Two readers at a time: axe keeps one core busy with one page.
test('every page in every language on a telephone and on a desk', { concurrency: 2 }, async (t) => {
  house = await startHouse();
  browser = await openBrowser();
  still = await openBrowser({ still: true });
  try {
    await prepare();
    await Promise.all(readers.map(([who, contact, pages, spoken = languages]) => t.test(`what ${who} sees`, async (each) => {
      const eyes = { still: await person(still, house.url, { scripts: true }), drawn: await person(browser, house.url, { scripts: true }) };
      if (contact) {
        await signIn(eyes.drawn, contact);
        await eyes.still.context().addCookies(await eyes.drawn.context().cookies());
      }
      for (const language of spoken) await each.test(language, async () => lookAt(eyes, language, pages()));
    })));
  } finally {
    await still.close();
    await browser.close();
    await house.stop();
  }
});
