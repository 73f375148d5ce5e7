// Run by the build: installs the packages when the lock file changed, then writes OR-Tools' schema for the C# classes.
// Usage: node prepare.mjs <path of the cp_model.proto to write>
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const STAMP = join(HERE, 'node_modules', '.staffpool-installed');
const LOCK = join(HERE, '.prepare-lock');
const LOCK_OWNER = join(LOCK, 'pid');

/** MSBuild shows a line of this form as an error of the build. */
function fail(text) {
  process.stderr.write(`prepare.mjs : error STAFFPOOL002: ${text}\n`);
  rmSync(LOCK, { recursive: true, force: true });
  process.exit(1);
}

/** A build that was killed leaves its lock behind. */
function ownerIsGone() {
  try {
    process.kill(Number(readFileSync(LOCK_OWNER, 'utf8')), 0); // signal 0 only asks whether the process exists
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Creating a folder is atomic everywhere, so it serves as the lock between two builds. */
async function acquireLock() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(LOCK_OWNER, `${process.pid}`);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (ownerIsGone()) rmSync(LOCK, { recursive: true, force: true });
    await sleep(200);
  }
}

function install() {
  const digest = createHash('sha256').update(readFileSync(join(HERE, 'package-lock.json'))).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) {
    const now = new Date();
    utimesSync(STAMP, now, now);
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HERE, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.error?.code === 'ENOENT' || npm.status === 127) {
    fail('npm is missing: it installs the portable engine. Install Node.js 20 or later with npm (Debian: apt-get install nodejs npm), then run again.');
  }
  if (npm.status !== 0) {
    fail(`npm ci failed in ${HERE}. Check the connection to the npm registry, then run again. ${`${npm.stderr}`.trim().split('\n').slice(-3).join(' ')}`);
  }
  writeFileSync(STAMP, digest);
}

/** One copy stays beside the packages, so that the HiGHS host need not load CP-SAT to know the schema. */
async function writeSchema(path) {
  const { loadCpSat, SCHEMA_PATH } = await import('./cp-sat.mjs');
  const module = await loadCpSat(() => {});
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(SCHEMA_PATH, module.ccall('get_cp_model_schema', 'string', [], []));
  const temporary = `${path}.${process.pid}`;
  copyFileSync(SCHEMA_PATH, temporary);
  renameSync(temporary, path);
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Node.js ${process.versions.node} is too old. Install Node.js 20 or later with npm (Debian: apt-get install nodejs npm), then run again.`);
}
await acquireLock();
install();
await writeSchema(process.argv[2]);
rmSync(LOCK, { recursive: true, force: true });
process.exit(0);
