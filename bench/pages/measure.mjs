// Measures the pages in a real browser and prints a table: `node measure.mjs ADDRESS LOGIN PASSWORD`. Chromium is CHROME_PATH or on the path.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { boardDragged, firstLoad, recordOpened, rowsScrolled, signedIn } from './journeys.mjs';

const [address, login, password] = process.argv.slice(2);
const ROUNDS = 3;
const GOALS = { performance: 90, accessibility: 98, 'best-practices': 95 };
const INTERACTIVE = 1500;

function chromium() {
  const path = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = [process.env.CHROME_PATH, ...names.flatMap((name) => path.map((folder) => join(folder, name)))]
    .filter(Boolean)
    .find((file) => existsSync(file));
  if (!found) {
    throw new Error('No Chromium; install one or name it in CHROME_PATH');
  }
  return found;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers, show = (n) => String(Math.round(n))) =>
  `${show(median(numbers))} (${show(Math.min(...numbers))} - ${show(Math.max(...numbers))})`;
const two = (n) => n.toFixed(2);
const verdict = (met) => (met ? 'met' : 'MISSED');
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);

async function rounds(work) {
  const all = [];
  for (let i = 0; i < ROUNDS; i++) {
    all.push(await work());
  }
  return all;
}

async function firstLoads(browser, paths) {
  line('page, empty cache', 'scripts before the first paint, compressed', 'first paint', 'layout shift', 'longest task', '');
  line('---', '---', '---', '---', '---', '---');
  for (const [name, path] of paths) {
    const all = await rounds(() => firstLoad(browser, address, path, path === '/sign-in' ? undefined : [login, password]));
    const of = (what) => all.map((one) => one[what]);
    const met = median(of('kilobytes')) <= 300 && median(of('paint')) <= 1500 && median(of('shift')) <= 0.02;
    line(name, `${spread(of('kilobytes'))} kB`, `${spread(of('paint'))} ms`, spread(of('shift'), two), `${spread(of('task'))} ms`, verdict(met));
  }
}

async function journey(browser, name, goal, work) {
  const all = await rounds(() => work(browser, address, [login, password]));
  line(name, `≤ ${goal} ms`, `${spread(all)} ms`, verdict(median(all) <= goal));
}

async function audits(browser, paths) {
  line('Lighthouse, desktop', ...Object.entries(GOALS).map(([name, goal]) => `${name} ≥ ${goal}`), `interactive ≤ ${INTERACTIVE} ms`, '');
  line('---', '---', '---', '---', '---', '---');
  const power = [];
  for (const [name, path] of paths) {
    const page = path === '/sign-in' ? await browser.newPage() : await signedIn(browser, address, [login, password]);
    const flags = { onlyCategories: Object.keys(GOALS), disableStorageReset: true, logLevel: 'error' };
    const { lhr } = await lighthouse(address + path, flags, desktopConfig, page);
    await page.close();
    power.push(lhr.environment.benchmarkIndex);
    const scores = Object.keys(GOALS).map((category) => Math.round(lhr.categories[category].score * 100));
    const interactive = Math.round(lhr.audits.interactive.numericValue);
    const met = interactive <= INTERACTIVE && Object.values(GOALS).every((goal, i) => scores[i] >= goal);
    line(name, ...scores, `${interactive} ms`, verdict(met));
    for (const audit of Object.values(lhr.audits).filter((a) => a.score === 0 && a.scoreDisplayMode === 'binary')) {
      const elements = (audit.details?.items ?? []).map((item) => item.node?.snippet).filter(Boolean);
      console.error([`  ${name}: ${audit.id}: ${audit.title}`, ...elements].join('\n    '));
    }
  }
  console.log(`\nThis machine then, by Lighthouse's benchmark index: ${spread(power)}; times of machines compare only beside it.`);
}

const browser = await puppeteer.launch({
  executablePath: chromium(),
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN', '--window-size=1440,900'],
  defaultViewport: { width: 1440, height: 900 },
});
try {
  const reader = await signedIn(browser, address, [login, password]);
  const record = (object) =>
    reader.evaluate(async (name) => (await (await fetch(`/api/v1/records/${name}?limit=1`)).json()).items[0].id, object);
  const deal = `/opportunity/${await record('opportunity')}`;
  const account = `/account/${await record('account')}`;
  await reader.browserContext().close();
  await firstLoads(browser, [
    ['sign-in', '/sign-in'],
    ['today', '/today'],
    ['cockpit', '/cockpit'],
    ['list of leads', '/lead'],
    ['board of deals', '/opportunity?kind=board'],
    ['calendar of deals', '/opportunity?kind=calendar'],
    ['a deal', deal],
    ['an account', account],
    ['imports', '/import'],
    ['new import', '/import/new'],
    ['objects and fields', '/settings/objects'],
    ['roles', '/settings/roles'],
  ]);
  console.log();
  line('journey', 'goal', 'measured', '');
  line('---', '---', '---', '---');
  await journey(browser, 'opening a record from the list, pointed at before', 200, recordOpened);
  await journey(browser, 'longest task while scrolling 10,000 rows', 100, rowsScrolled);
  await journey(browser, 'longest task while dragging among 5,000 cards', 100, boardDragged);
  console.log();
  await audits(browser, [
    ['sign-in', '/sign-in'],
    ['list of leads', '/lead'],
    ['a deal', deal],
  ]);
} finally {
  await browser.close();
}
