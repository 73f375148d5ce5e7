// CP-SAT compiled to WebAssembly: raw CpModelProto bytes in, raw CpSolverResponse bytes out.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import protobuf from 'protobufjs';

/** Written by prepare.mjs. */
export const SCHEMA_PATH = fileURLToPath(new URL('./node_modules/.staffpool-cp_model.proto', import.meta.url));

// With JSPI (Node 25 and later) the build is 2.5 to 9 times faster than the Asyncify one.
const HAS_JSPI = typeof WebAssembly.promising === 'function';

// A stop makes the engine's clock jump past this limit, see installClock.
const LONGEST_SOLVE_SECONDS = 10 * 24 * 3600;
const CLOCK_JUMP_MS = (LONGEST_SOLVE_SECONDS + 3600) * 1000;

/**
 * Instantiates the runtime. The package's own loader lets the engine write its log to file
 * descriptor 1, which carries our frames; the factory underneath takes a print function.
 */
export async function loadCpSat(print) {
  const entry = fileURLToPath(import.meta.resolve('or-tools-wasm'));
  const runtime = HAS_JSPI ? 'cp_sat_runtime_node.js' : 'cp_sat_runtime_node_asyncify.js';
  const url = pathToFileURL(join(dirname(entry), '..', 'node-wasm', runtime));
  const { default: createModule } = await import(url);
  return createModule({ print, printErr: (line) => process.stderr.write(`${line}\n`) });
}

/**
 * The package cannot cancel a solve: its interrupt function may not be called while the engine
 * is suspended or running. But the engine reads the time through these two functions, so a stop
 * request makes its clock run past the wall limit; it then ends as on a timeout and keeps its
 * best solution. The jump stays (a clock never goes back); limits are relative to their start.
 */
function installClock(stopRequested) {
  const now = performance.now.bind(performance);
  const date = Date.now.bind(Date);
  const clock = { solving: false, offset: 0 };
  const tick = () => {
    if (clock.solving && stopRequested()) {
      clock.solving = false;
      clock.offset += CLOCK_JUMP_MS;
    }
    return clock.offset;
  };
  performance.now = () => now() + tick();
  Date.now = () => date() + tick();
  return clock;
}

// "#3  0.9s best:165 next:[73,164] main", "#Bound 0.4s best:inf next:[68,90] main", "#Done ..."
const PROGRESS = /^#(Bound|\d+)\s+[\d.]+s\s+best:(\S+)\s+next:\[([^,\]]*),?([^\]]*)\]/;

// The log keeps nine significant digits, so beyond this a bound in it may be rounded past the true one.
const EXACT_IN_LOG = 1e9;

const loosen = (bound, maximise) =>
  (Math.abs(bound) < EXACT_IN_LOG ? bound : bound + (maximise ? 1 : -1) * 1e-8 * Math.abs(bound));

/**
 * Progress written on one log line, or null. Values are those of the user's objective; the bound
 * holds, the objective is rounded as the log has it (the final response has both exactly).
 */
export function parseProgress(line, maximise) {
  const match = PROGRESS.exec(line);
  if (!match) return null;
  const [, kind, best, low, high] = match;
  const objective = Number(best);
  // An empty interval means that nothing better exists: the bound is the objective.
  const end = maximise ? high : low;
  const bound = end === '' ? objective : Number(end);
  return { improved: kind !== 'Bound', objective, bound: loosen(bound, maximise) };
}

export async function createCpSat(stopRequested) {
  let onLine = () => {};
  const module = await loadCpSat((line) => onLine(line));
  const clock = installClock(stopRequested);
  const schema = module.ccall('get_sat_parameters_schema', 'string', [], []);
  const SatParameters = protobuf.parse(schema).root.lookupType('operations_research.sat.SatParameters');

  function copyIn(bytes) {
    const pointer = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  return async function solve(model, limits, report) {
    const parameters = SatParameters.encode({
      maxTimeInSeconds: Math.min(limits.wallSeconds ?? LONGEST_SOLVE_SECONDS, LONGEST_SOLVE_SECONDS),
      ...(limits.deterministicTime != null && { maxDeterministicTime: limits.deterministicTime }),
      randomSeed: limits.seed,
      numWorkers: 1, // this build has one sub-solver whatever is asked
      logSearchProgress: true,
      logToStdout: true,
    }).finish();
    onLine = (line) => {
      const progress = parseProgress(line, limits.maximise);
      if (!progress) return;
      if (progress.improved) report.incumbent(progress.objective, progress.bound, null);
      else report.bound(progress.bound);
    };
    const modelPointer = copyIn(model);
    const parametersPointer = copyIn(parameters);
    const lengthPointer = module._malloc(4);
    clock.solving = true;
    try {
      const pointer = await module.ccall(
        'solve_model', 'number', ['number', 'number', 'number', 'number', 'number'],
        [modelPointer, model.length, parametersPointer, parameters.length, lengthPointer], { async: true });
      const length = new DataView(module.HEAPU8.buffer).getUint32(lengthPointer, true);
      const response = module.HEAPU8.slice(pointer, pointer + length);
      module._free_buffer(pointer);
      return response;
    } finally {
      clock.solving = false;
      [modelPointer, parametersPointer, lengthPointer].forEach((pointer) => module._free(pointer));
    }
  };
}
