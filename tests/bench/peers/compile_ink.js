// Compiles ink to the JSON that is played: node compile_ink.js STORY.ink STORY.json. Needs NODE_PATH to hold inkjs. Prints one JSON line.
const fs = require("fs");
const [, , from, to] = process.argv;
const begun = process.hrtime.bigint();
const ink = require("inkjs/full");
fs.writeFileSync(to, new ink.Compiler(fs.readFileSync(from, "utf8")).Compile().ToJson());
console.log(JSON.stringify({ took_s: Number(process.hrtime.bigint() - begun) / 1e9, peak_mb: process.resourceUsage().maxRSS / 1024 }));
