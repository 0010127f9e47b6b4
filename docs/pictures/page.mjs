// Looks at the debrief's page in Chromium without a network, as docs/accessibility.md tells.
//
//   npm install --no-save puppeteer-core axe-core
//   node docs/pictures/page.mjs debrief.html FOLDER [CHROMIUM]
//
// Puts pictures at three widths in light and dark and two printed forms into FOLDER. Exit code 1 where axe finds
// something, the page is wider than its window, or anything was asked of anywhere.

import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [file, folder, chromium = "/usr/bin/chromium"] = process.argv.slice(2);
const here = createRequire(join(process.cwd(), "package.json"));
const puppeteer = here("puppeteer-core");
const axe = here.resolve("axe-core/axe.min.js");
const address = pathToFileURL(resolve(file)).href;
const problems = [];

mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.setOfflineMode(true);
page.on("request", (asked) => asked.url() === address || problems.push(`asked for ${asked.url()}`));

for (const scheme of ["light", "dark"]) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  for (const width of [320, 360, 1024, 1920]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) problems.push(`${over} pixels too wide at ${width}`);
    await page.screenshot({ path: join(folder, `${width}-${scheme}.png`), fullPage: true });
    await page.setBypassCSP(true); // the page forbids scripts, also those of axe
    await page.reload();
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(() => globalThis.axe.run());
    await page.setBypassCSP(false);
    problems.push(...found.violations.map((each) => `${each.id} at ${width}, ${scheme}: ${each.nodes[0].html}`));
    console.log(`${width} ${scheme}: ${found.passes.length} rules passed, ${found.violations.length} broken`);
  }
}
for (const format of ["A4", "Letter"]) await page.pdf({ path: join(folder, `${format}.pdf`), format });
await browser.close();
problems.forEach((each) => console.log(each));
process.exit(problems.length ? 1 : 0);
