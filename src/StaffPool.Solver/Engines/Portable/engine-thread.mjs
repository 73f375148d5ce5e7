// Runs the engines, one solve at a time. Each is loaded at its first use: a host that only sees
// linear models stays small.
import { parentPort, workerData } from 'node:worker_threads';

const stopRequested = () => Atomics.load(workerData.stopFlag, 0) === 1;
const engines = {
  cp_sat: async () => (await import('./cp-sat.mjs')).createCpSat(stopRequested),
  highs: async () => (await import('./highs.mjs')).createHighs(stopRequested),
};
const loaded = {};

/** An engine refuses a model or its own answer with a code that the parent knows. */
function describe(error) {
  const text = `${error?.stack ?? error}`;
  if (error?.code === 'not_linear' || error?.code === 'wrong_answer') return { code: error.code, text: error.message };
  if (/out of memory|OOM|enlarge memory|bad_alloc/i.test(text)) return { code: 'out_of_memory', text };
  return { code: 'crashed', text };
}

parentPort.on('message', async ({ id, options, model }) => {
  const post = (type, content) => parentPort.postMessage({ type, id, ...content });
  const report = {
    incumbent: (objective, bound, values) => post('incumbent', { objective, bound, values }),
    bound: (bound) => post('bound', { bound }),
  };
  try {
    loaded[options.engine] ??= await engines[options.engine]();
    const response = await loaded[options.engine](model, options, report);
    post('final', { response });
  } catch (error) {
    const described = describe(error);
    post('error', described);
    // After an abort the memory of the engine may be in any state: the parent starts a new host.
    if (described.code === 'crashed' || described.code === 'out_of_memory') process.exit(1);
  }
});
