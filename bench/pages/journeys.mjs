// What somebody does in the browser, and how long that keeps it.

/** Before the page's own scripts: remembers paints, shifts and tasks. */
function observe() {
  window.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => {
      window.seen.shift += entry.hadRecentInput ? 0 : entry.value;
    }),
  ).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => window.seen.tasks.push(entry.duration)),
  ).observe({ type: 'longtask', buffered: true });
}

/** A window of its own, signed in by the API as people are; from a picture, so that nothing is on its way when a page is opened. */
export async function signedIn(browser, address, [login, password]) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${address}/favicon.svg`);
  const status = await page.evaluate(
    async (body) =>
      (
        await fetch('/api/v1/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status,
    { login, password },
  );
  if (status !== 200 && status !== 201) {
    throw new Error(`Signing in was answered with ${status}`);
  }
  return page;
}

const rest = (page) => page.waitForNetworkIdle({ idleTime: 700, concurrency: 1, timeout: 20_000 });
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens a page with nothing in the cache. */
export async function firstLoad(browser, address, path, who) {
  const page = who ? await signedIn(browser, address, who) : await (await browser.createBrowserContext()).newPage();
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  await client.send('Network.clearBrowserCache');
  await page.evaluateOnNewDocument(observe);
  await page.goto(address + path, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await rest(page);
  const seen = await page.evaluate(() => ({
    ...window.seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    // scripts that were asked for before it
    before: performance
      .getEntriesByType('resource')
      .filter(
        (entry) =>
          entry.name.endsWith('.js') &&
          entry.responseEnd <= performance.getEntriesByName('first-contentful-paint')[0].startTime,
      )
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  }));
  await page.browserContext().close();
  return {
    kilobytes: seen.before / 1000,
    paint: seen.paint,
    shift: seen.shift,
    task: Math.max(0, ...seen.tasks),
  };
}

async function longestTask(page, work) {
  await page.evaluate(() => (window.seen.tasks = []));
  await work();
  await frames(page);
  const tasks = await page.evaluate(() => window.seen.tasks);
  await page.browserContext().close();
  return Math.max(0, ...tasks);
}

async function opened(browser, address, path, who) {
  const page = await signedIn(browser, address, who);
  await page.evaluateOnNewDocument(observe);
  await page.goto(address + path);
  await rest(page);
  return page;
}

/** From the press on a name that was pointed at to the record on the screen. */
export async function recordOpened(browser, address, who) {
  const page = await opened(browser, address, '/lead', who);
  const open = async (row) => {
    const link = await page.waitForSelector(`[role=row][aria-rowindex="${row + 2}"] [role=rowheader] a`);
    await link.hover();
    await rest(page);
    const name = await link.evaluate((it) => it.textContent.trim());
    const { x, y } = await link.clickablePoint();
    await page.evaluate(() => {
      addEventListener('mousedown', () => (window.clicked = performance.now()), { once: true, capture: true });
    });
    await page.mouse.click(x, y);
    await page.waitForFunction((said) => document.querySelector('h1')?.textContent.includes(said), { polling: 'raf' }, name);
    await frames(page);
    return page.evaluate(() => performance.now() - window.clicked);
  };
  // the first one brings the page's own script
  await open(0);
  await page.goBack();
  const millis = await open(1);
  await page.browserContext().close();
  return millis;
}

/** Turns the wheel until ten thousand rows have passed, or all there are. */
export async function rowsScrolled(browser, address, who) {
  const page = await opened(browser, address, '/lead', who);
  await page.mouse.move(800, 500);
  return longestTask(page, async () => {
    let last = -1;
    for (let at = 0; at < 10_000 && at !== last;) {
      last = at;
      for (let turn = 0; turn < 12; turn++) {
        await page.mouse.wheel({ deltaY: 1_500 });
        await frames(page);
      }
      await rest(page).catch(() => undefined);
      at = await page.evaluate(() => Math.max(...[...document.querySelectorAll('[role=row][aria-rowindex]')].map((row) => Number(row.ariaRowIndex))));
    }
  });
}

/** Carries a card across all columns and back, with thousands of cards on the board. */
export async function boardDragged(browser, address, who) {
  const page = await opened(browser, address, '/opportunity?kind=board', who);
  const card = await page.waitForSelector('a[data-loose=true]');
  const { x, y } = await card.clickablePoint();
  await page.mouse.move(x, y);
  return longestTask(page, async () => {
    await page.mouse.down();
    for (const [toX, toY] of [
      [1_300, 300],
      [400, 700],
      [1_200, 600],
      [x, y],
    ]) {
      await page.mouse.move(toX, toY, { steps: 30 });
      await frames(page);
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
}
