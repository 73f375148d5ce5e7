// Portable engine host. This thread only moves frames, so that a stop or the end of the parent is
// noticed at once; the engines, which block, run in a worker thread.
import { readFileSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { FrameReader, Kind, f64, frame, i64s, parseSolve, u32 } from './frames.mjs';

const OUTPUT = 1; // standard output carries frames and nothing else
const stopFlag = new Int32Array(new SharedArrayBuffer(4));
const manifest = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
let running = null;
let worker = null;

// Ctrl-C on a terminal reaches every process of the group: the parent decides what stops, and keeps the best plan.
process.on('SIGINT', () => {});

function send(kind, ...parts) {
  const bytes = frame(kind, ...parts);
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(OUTPUT, bytes, offset);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(0); // the parent is gone
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

function sendError(id, code, text) {
  send(Kind.ERROR, u32(id), JSON.stringify({ code, text }));
}

function startWorker() {
  worker = new Worker(new URL('./engine-thread.mjs', import.meta.url), { workerData: { stopFlag }, stdout: true });
  worker.stdout.pipe(process.stderr);
  worker.on('message', onEngineMessage);
  worker.on('error', (error) => {
    const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'crashed';
    sendError(running ?? 0, code, `${error.stack ?? error}`.slice(0, 4000));
  });
  worker.on('exit', () => process.exit(1)); // it only ends when the WebAssembly memory may be in any state
}

function onEngineMessage({ type, id, ...message }) {
  switch (type) {
    case 'incumbent':
      send(Kind.INCUMBENT, u32(id), f64(message.objective), f64(message.bound), u32(message.values?.length ?? 0), i64s(message.values ?? []));
      break;
    case 'bound': send(Kind.BOUND, u32(id), f64(message.bound)); break;
    case 'final': running = null; send(Kind.FINAL, u32(id), message.response); break;
    case 'error': running = null; sendError(id, message.code, message.text); break;
  }
}

function onFrame({ kind, payload }) {
  switch (kind) {
    case Kind.SOLVE: {
      const { id, options, model } = parseSolve(payload);
      if (running !== null) return sendError(id, 'busy', `request ${running} is being solved`);
      running = id;
      Atomics.store(stopFlag, 0, 0);
      if (!worker) startWorker();
      return worker.postMessage({ id, options, model }, [model.buffer]);
    }
    case Kind.STOP:
      if (payload.length === 4 && payload.readUInt32LE(0) === running) Atomics.store(stopFlag, 0, 1);
      return undefined;
    case Kind.EXIT: return process.exit(0);
    default: return sendError(0, 'malformed', `unknown frame kind ${kind}`);
  }
}

const reader = new FrameReader();
process.stdin.on('data', (chunk) => {
  try {
    for (const received of reader.push(chunk)) {
      try {
        onFrame(received);
      } catch (error) {
        sendError(0, 'malformed', `${error.message}`); // the framing held, so the next frame is readable
      }
    }
  } catch (error) {
    sendError(0, 'malformed', `${error.message}`);
    process.exit(2);
  }
});
process.stdin.on('end', () => process.exit(0));

send(Kind.READY, JSON.stringify({
  host: 'portable',
  runtime: `Node.js ${process.versions.node} (${typeof WebAssembly.promising === 'function' ? 'JSPI' : 'Asyncify'})`,
  engines: {
    cp_sat: { name: 'OR-Tools CP-SAT', version: `9.15 (or-tools-wasm ${manifest.dependencies['or-tools-wasm']})` },
    highs: { name: 'HiGHS', version: `${manifest.dependencies.highs}` },
  },
}));
