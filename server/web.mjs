// Builds the web application when one of its files has changed and puts it where the server finds it, with smaller copies for
// browsers that take them: `node web.mjs build INTO`. Its own checks, prettier, eslint and vitest: `node web.mjs check`.
// Serves it as it is edited: `node web.mjs dev`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const web = join(import.meta.dirname, '..', 'web');
const dist = join(web, 'dist');
/** Holds the fingerprint of the sources that `dist` was built from. */
const builtFrom = join(dist, '.built-from');
/** Made by a build or kept by tools. */
const NO_SOURCE = /^(node_modules|dist|target|coverage|\.git|\.vite|\.cache)$/;
const SHRINKS = /\.(js|css|svg|json|webmanifest|txt|wasm)$/;
/** Smaller ones fit into a packet or two anyway. */
const WORTH_IT_BYTES = 1024;

function filesIn(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !NO_SOURCE.test(entry.name))
    .map((entry) => [join(directory, entry.name), entry.isDirectory()])
    .flatMap(([path, isDirectory]) => (isDirectory ? filesIn(path) : [path]))
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(`${relative(web, file)}\0`).update(readFileSync(file)));
  return hash.digest('hex');
}

const sources = () => fingerprint(filesIn(web));
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const inWeb = { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' };
const failed = (command, why = '') => console.error(`npm ${command.join(' ')} failed in web/${why}`);

function npm(...command) {
  const { status, error } = spawnSync('npm', command, inWeb);
  if (status !== 0) {
    failed(command, error && `: ${error.message}`);
    process.exit(1);
  }
}

/** Does them side by side, each to its end: the linter alone leaves all processors but one idle. */
function npmAtOnce(...commands) {
  for (const command of commands) {
    spawn('npm', command, inWeb).on('close', (status) => {
      if (status !== 0) {
        failed(command);
        process.exitCode = 1;
      }
    });
  }
}

function install() {
  const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
  if (changed(join(web, 'package-lock.json')) > changed(join(web, 'node_modules', '.package-lock.json'))) {
    npm('ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--prefer-offline');
  }
}

function build() {
  if (readIfThere(builtFrom) === sources()) {
    return;
  }
  install();
  npm('run', 'build', '--silent');
  // the build may have renewed sources that are generated
  writeFileSync(builtFrom, sources());
}

function shrink(file) {
  const whole = readFileSync(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  if (whole.length >= WORTH_IT_BYTES) {
    writeFileSync(`${file}.br`, brotliCompressSync(whole, quality));
    writeFileSync(`${file}.gz`, gzipSync(whole, { level: constants.Z_BEST_COMPRESSION }));
  }
}

function put(into) {
  const put = join(into, '..', '..', 'web-built-from');
  if (existsSync(join(into, 'index.html')) && readIfThere(put) === readFileSync(builtFrom, 'utf8')) {
    return;
  }
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  cpSync(dist, into, { recursive: true, filter: (file) => file !== builtFrom });
  filesIn(into).filter((file) => SHRINKS.test(file)).forEach(shrink);
  cpSync(builtFrom, put);
}

if (!existsSync(join(web, 'package.json'))) {
  process.exit(0);
}
const [task, into] = process.argv.slice(2);
if (task === 'dev') {
  install();
  // the server's first password stays on the screen
  npm('run', 'dev', '--silent', '--', '--clearScreen', 'false');
} else {
  build();
  install();
  if (task === 'check') {
    npm('run', 'types', '--silent');
    npmAtOnce(['run', 'lint', '--silent'], ['run', 'test', '--silent']);
  } else {
    put(into);
  }
}
