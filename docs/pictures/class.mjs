// Plays a whole class in Chromium by keyboard alone, and looks at every kind of its pages.
//
//   npm install --no-save puppeteer-core axe-core
//   node docs/pictures/class.mjs FOLDER [PYTHON] [CHROMIUM]
//
// A class of four is served on this machine; a pupil joins by the word, loads a page again, goes on in a second browser, and
// plays to the debrief, while the board holds, releases and ends, clicking twice where a hand might. Another one never moves: it is held while it reads, brought
// along, and its minutes go up. Pictures at three widths, in light, dark, high contrast and
// forced colours, and what is printed, go into FOLDER. Exit code 1 where axe finds something, a page is wider than its
// window, a browser complains, or anything was asked of anywhere else.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [folder, python = "python3", chromium = "/usr/bin/chromium"] = process.argv.slice(2);
const here = createRequire(join(process.cwd(), "package.json"));
const puppeteer = here("puppeteer-core");
const axe = readFileSync(here.resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = {
  light: [],
  dark: [{ name: "prefers-color-scheme", value: "dark" }],
  contrast: [{ name: "prefers-contrast", value: "more" }],
  forced: [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" }],
};
const problems = new Set();
const seen = new Set();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const served = ["-m", "glfstory", "class", "new", "--brigades", "4", "--address", "127.0.0.1", "--file", join(folder, "class.sqlite")];
const server = spawn(python, served, { stdio: ["ignore", "pipe", "inherit"] });
let word, board;
for await (const line of createInterface(server.stdout)) {
  word = line.match(/word to join: (\w+)/)?.[1] ?? word;
  board = line.match(/http\S+board\S+/)?.[0] ?? board;
  if (board) break;
}
const base = new URL(board).origin;
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });

async function device() {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on("request", (asked) => asked.url().startsWith(base) || problems.add(`asked for ${asked.url()}`));
  page.on("console", (said) => said.type() === "error" && problems.add(`${new URL(page.url()).pathname}: ${said.text()}`));
  return page;
}

async function look(page, name) {
  if (seen.has(name)) return;
  seen.add(name);
  await page.bringToFront();
  const eyes = await page.createCDPSession();
  for (const [look, features] of Object.entries(LOOKS)) {
    await eyes.send("Emulation.setEmulatedMedia", { features });
    for (const width of [320, 360, 1024, 1920]) {
      await page.setViewport({ width, height: width < 500 ? 740 : 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) problems.add(`${name}: ${over} pixels too wide at ${width}`);
      if (width > 320) await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`), fullPage: true });
    }
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run());
    for (const each of found.violations) problems.add(`${name}, ${look}: ${each.id} (${each.impact}) ${each.nodes[0].html}`);
  }
  await eyes.send("Emulation.setEmulatedMedia", { features: [] });
  await page.setViewport({ width: 1024, height: 800 });
  console.log("looked at", name);
}

async function tabTo(page, wanted, after = 0) {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((sel) => document.activeElement.matches(sel), wanted) && after-- === 0) return;
  }
  throw new Error(`no way by Tab to ${wanted}`);
}
const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
const press = async (page, says) => {
  const button = await page.$(`xpath/.//button[contains(., "${says}")]`);
  await page.evaluate((each) => each.closest("details")?.setAttribute("open", ""), button);
  await Promise.all([page.waitForNavigation(), button.click()]);
};
const released = (page) => page.$eval("[name=released]", (each) => Number(each.value)).catch(() => "all");
const twice = async (page, says) => {
  const before = await released(page);
  const button = await page.$(`xpath/.//button[contains(., "${says}")]`);
  const { x, y, width, height } = await button.boundingBox();
  for (const wait of [250, 1500]) {
    await page.mouse.click(x + width / 2, y + height / 2);
    await new Promise((done) => setTimeout(done, wait));
  }
  const after = await released(page);
  if (after !== "all" && after !== before + 1) problems.add(`two clicks on ${says} released ${after - before} times`);
};
const aside = async (from, path, name) => {
  const page = await from.browserContext().newPage();
  await page.goto(base + path);
  await look(page, name);
  await page.close();
};
const heading = (page) => page.$eval("h1", (each) => each.textContent);

const teacher = await device();
await teacher.goto(board);
await look(teacher, "board-before");
await aside(teacher, "/projector", "projector-before");

let pupil = await device();
await pupil.goto(base);
await look(pupil, "door");
await tabTo(pupil, "#word");
await pupil.keyboard.type(word);
await enter(pupil);
await look(pupil, "seat");
const still = await device();
await still.goto(base);
await tabTo(still, "#word");
await still.keyboard.type(word);
await enter(still);
await Promise.all([pupil.waitForNavigation(), still.waitForSelector(".text"), twice(teacher, "Begin")]); // pages go on by themselves

let step = 0;
for (;;) {
  step += 1;
  const title = await heading(pupil);
  const choices = await pupil.$$eval(".choices button", (each) => each.length);
  if (await pupil.$(".end")) break;
  if (title.endsWith("waits")) {
    await look(pupil, "hold");
    await teacher.reload(); // else it would load itself again while it is looked at
    await teacher.$$eval("details", (each) => each.forEach((fold) => (fold.open = true)));
    await look(teacher, "board-busy");
    await aside(teacher, "/projector", "projector-busy");
    await Promise.all([pupil.waitForNavigation(), twice(teacher, "Release")]);
    await still.waitForFunction(() => document.body.textContent.includes("The class has gone on"));
    await look(still, "brought-along");
    continue;
  }
  await look(pupil, title === "Why?" ? "why" : choices ? "passage" : "page");
  if (step === 10) {
    const before = await pupil.content();
    await pupil.reload();
    if (before !== (await pupil.content())) problems.add("a page that was loaded again is another one");
  }
  if (step === 14) {
    for (const path of ["ledger", "village", "record", "record/sputnik", "chronicle", "code", "documents"])
      await aside(pupil, `/seat/${path}`, path.replace("/", "-"));
    await teacher.reload();
    await teacher.$eval("#scales", (each) => (each.open = true));
    await teacher.click("#all");
    const other = await teacher.browserContext().newPage();
    await other.goto(`${base}/board`);
    await Promise.all([teacher.waitForNavigation(), press(other, "Hold everyone")]); // the board loads itself again
    await other.close();
    if (!(await teacher.$eval("#scales", (each) => each.open))) problems.add("what was held open has closed");
    if (await teacher.$eval("#all", (each) => each.checked)) problems.add("what was unticked is ticked again");
    if ((await teacher.evaluate(() => document.activeElement.id)) !== "all") problems.add("the keyboard is elsewhere");
    await teacher.click("#all");
    for (const page of [pupil, still]) await page.waitForSelector(".held"); // whoever reads is held as well
    await look(pupil, "held");
    await Promise.all([pupil.waitForNavigation(), press(teacher, "Go on")]);
  }
  if (step === 20) {
    const [, seat, code] = (await pupil.$eval("footer", (each) => each.textContent)).match(/Brigade (\d+), code (\w+)/);
    const other = await device();
    await other.goto(base);
    await tabTo(other, "#seat");
    await other.keyboard.type(seat);
    await other.keyboard.press("Tab");
    await other.keyboard.type(code);
    const began = Date.now();
    await enter(other);
    console.log(`seat ${seat} went on in ${Date.now() - began} ms`);
    if ((await heading(other)) !== title) problems.add("the second browser stands elsewhere");
    await pupil.reload();
    await look(pupil, "let-go");
    await pupil.close();
    pupil = other;
    continue;
  }
  await tabTo(pupil, choices ? ".choices button" : "button.on", choices ? step % choices : 0);
  await enter(pupil);
}
console.log(`an ending after ${step} pages by keyboard: ${await heading(pupil)}`);
await look(pupil, "ending");
await aside(pupil, "/seat/papers", "papers");
await aside(pupil, "/seat/debrief", "debrief-early");
const minutes = '.seats td:nth-child(6)';
await teacher.waitForFunction((cell) => [...document.querySelectorAll(cell)].some((each) => each.textContent > 0), { timeout: 90000 }, minutes);
await teacher.reload();
await press(teacher, "End play");
await look(teacher, "board-guess");
await aside(teacher, "/projector", "projector-guess");
await pupil.goto(`${base}/seat`);
await tabTo(pupil, "a[href='/seat/guess']");
await enter(pupil);
await look(pupil, "guess");
await tabTo(pupil, "#g1");
await pupil.keyboard.type("80");
await enter(pupil);
await Promise.all([pupil.waitForNavigation(), press(teacher, "Open the ledgers")]);
await look(teacher, "board-end");
await aside(teacher, "/projector", "projector-end");
await look(pupil, "after");
await tabTo(pupil, "a[href='/seat/debrief']");
await enter(pupil);
await pupil.waitForSelector(".back");
await look(pupil, "debrief");
await pupil.pdf({ path: join(folder, "debrief.pdf"), format: "A4" });
await tabTo(pupil, ".back a");
await enter(pupil);
await tabTo(pupil, "a[href='/seat/province']");
await enter(pupil);
await look(pupil, "province");
await pupil.pdf({ path: join(folder, "province.pdf"), format: "A4" });
await browser.close();
server.kill("SIGINT");
problems.forEach((each) => console.log(each));
process.exit(problems.size ? 1 : 0);
