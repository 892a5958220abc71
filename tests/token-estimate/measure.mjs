// Measures the token estimate against the o200k tokenizer: one line per group of Markdown files.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "gpt-tokenizer/encoding/o200k_base";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const command = process.env.CODERELAY ?? `dotnet ${join(root, "artifacts/bin/CodeRelay.Cli/debug/CodeRelay.Cli.dll")}`;
const folders = process.argv.slice(2).filter((argument) => argument !== "--each");
const showsEach = process.argv.includes("--each");

function* markdown(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !["node_modules", "artifacts", "bin", "obj", ".git"].includes(entry.name)) yield* markdown(path);
    else if (entry.isFile() && entry.name.endsWith(".md")) yield path;
  }
}

const scratch = mkdtempSync(join(tmpdir(), "token-estimate-"));
const [program, ...first] = command.split(" ");

function estimate(text) {
  writeFileSync(join(scratch, "HANDOFF.md"), text);
  const json = execFileSync(program, [...first, "check", "--format", "json", "--fail-on", "never", "--rules", "RLY2001", "HANDOFF.md"], { cwd: scratch, encoding: "utf8" });
  return JSON.parse(json).summary.tokens;
}

function measure(name, files) {
  const errors = [];
  for (const file of files) {
    const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
    const real = encode(text, { disallowedSpecial: new Set() }).length;
    if (real < 50) continue;
    const estimated = estimate(text);
    errors.push((estimated - real) / real);
    if (showsEach) console.log(`  ${relative(root, file)}: ${real} tokens, estimated ${estimated}`);
  }

  if (errors.length === 0) return;
  const absolute = errors.map(Math.abs).sort((a, b) => a - b);
  const percent = (value) => `${(100 * value).toFixed(1)} %`;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(`| ${name} | ${absolute.length} | ${percent(mean(absolute))} | ${percent(mean(errors))} | ${percent(absolute[Math.floor(0.9 * (absolute.length - 1))])} | ${percent(absolute.at(-1))} |`);
}

try {
  console.log("| Texts | Files | Mean absolute error | Bias | 90th percentile | Worst |\n|---|---|---|---|---|---|");
  if (folders.length > 0) {
    for (const folder of folders) measure(basename(folder), [...markdown(folder)]);
  } else {
    for (const file of markdown(join(here, "texts"))) measure(basename(file, ".md"), [file]);
    measure("this repository", [...markdown(root)].filter((file) => !file.startsWith(here)));
  }
} finally {
  rmSync(scratch, { recursive: true });
}
