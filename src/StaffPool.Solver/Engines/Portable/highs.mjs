// HiGHS compiled to WebAssembly, answering in CP-SAT's own terms: CpModelProto in, CpSolverResponse out.
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import protobuf from 'protobufjs';
import { SCHEMA_PATH } from './cp-sat.mjs';
import { NotLinearError, objectiveOf, roundAndCheck, toLinear } from './linear-model.mjs';

// 64-bit fields as numbers: linear-model.mjs refuses what a double cannot hold.
protobuf.util.Long = null;
protobuf.configure();

// Rows and integrality hold to this before rounding; the rounded solution is then checked exactly.
const FEASIBILITY_TOLERANCE = 1e-7;
// Objectives are integer, so a gap under one proves optimality; half leaves room for rounding errors.
const ABSOLUTE_GAP = 0.5;
const INT64_MIN = { low: 0, high: -0x80000000, unsigned: false };

const Status = Object.freeze({ UNKNOWN: 0, MODEL_INVALID: 1, FEASIBLE: 2, INFEASIBLE: 3, OPTIMAL: 4 });

class WrongAnswerError extends Error {
  code = 'wrong_answer';
}

/**
 * Integer bound that the engine's floating-point bound proves. The bound is first lowered by more
 * than the engine's own error (1e-6 absolute, 1e-9 relative), so a value just above an integer
 * through rounding is not taken to the next one: the result may be one too low, never too high.
 */
export function safeIntegerBound(bound) {
  if (!Number.isFinite(bound)) return null;
  const integer = Math.ceil(bound - 1e-6 - 1e-9 * Math.abs(bound));
  return Number.isSafeInteger(integer) ? integer : null;
}

export async function createHighs(stopRequested) {
  const highs = await loadHighs();
  const { callbackType, modelStatus } = highs.constants;
  const root = protobuf.parse(readFileSync(SCHEMA_PATH, 'utf8')).root;
  const CpModelProto = root.lookupType('operations_research.sat.CpModelProto');
  const CpSolverResponse = root.lookupType('operations_research.sat.CpSolverResponse');

  function answer(status, { x = [], objective = 0, bound = null, scale, info = '' }) {
    return CpSolverResponse.encode({
      status,
      solution: x,
      objectiveValue: scale(objective),
      bestObjectiveBound: scale(bound ?? -Infinity),
      innerObjectiveLowerBound: bound ?? INT64_MIN,
      solutionInfo: info,
    }).finish();
  }

  return function solve(bytes, limits, report) {
    const proto = CpModelProto.decode(bytes);
    const model = toLinear(proto);
    const offset = proto.objective?.offset ?? 0;
    const factor = proto.objective?.scalingFactor || 1;
    const scale = (inner) => factor * (Number(inner) + offset);
    if (model.columns === 0 || model.rows === 0) return solveBox(model, scale);

    const session = highs.createModel({
      numCols: model.columns,
      numRows: model.rows,
      colCost: model.colCost,
      colLower: model.colLower,
      colUpper: model.colUpper,
      rowLower: model.rowLower,
      rowUpper: model.rowUpper,
      matrix: { format: 'csr', numRows: model.rows, numCols: model.columns, starts: model.starts, indices: model.indices, values: model.values },
      integrality: new Int32Array(model.columns).fill(highs.constants.variableType.integer),
    });
    try {
      session.options.set({
        output_flag: false,
        random_seed: limits.seed,
        mip_rel_gap: 0,
        mip_abs_gap: ABSOLUTE_GAP,
        mip_feasibility_tolerance: FEASIBILITY_TOLERANCE,
        ...(limits.wallSeconds != null && { time_limit: limits.wallSeconds }),
        ...(limits.nodes != null && { mip_max_nodes: limits.nodes }),
      });
      const { vars: hinted = [], values: hints = [] } = proto.solutionHint ?? {};
      if (hinted.length > 0) session.setSolution({ indices: hinted, values: hints });
      return run(session, model, scale, report);
    } finally {
      session.dispose();
    }
  };

  /** HiGHS wants rows; without any, each variable goes to its cheaper end. */
  function solveBox(model, scale) {
    const x = Array.from(model.colCost, (cost, j) => {
      const [near, far] = cost < 0 ? [model.colUpper[j], model.colLower[j]] : [model.colLower[j], model.colUpper[j]];
      if (Number.isFinite(near)) return near;
      if (cost === 0) return Number.isFinite(far) ? far : 0;
      throw new NotLinearError(`variable ${j} has a cost and a bound beyond 2^53`);
    });
    const objective = objectiveOf(model, x);
    return answer(Status.OPTIMAL, { x, objective, bound: objective, scale });
  }

  function run(session, model, scale, report) {
    let best = null;
    let bound = null;
    let rejected = false;

    const noteBound = (value) => {
      const proved = safeIntegerBound(value);
      if (proved === null || (bound !== null && proved <= bound)) return;
      bound = proved;
      report.bound(scale(bound));
    };
    const noteSolution = (solution) => {
      const x = roundAndCheck(model, solution);
      rejected ||= x === null;
      if (x === null) return;
      const objective = objectiveOf(model, x);
      if (best !== null && objective >= best.objective) return;
      best = { x, objective };
      report.incumbent(scale(objective), bound === null ? NaN : scale(bound), x);
    };
    const interrupt = (event) => {
      if (stopRequested()) event.interrupt();
    };

    session.run({
      [callbackType.mipImprovingSolution]: (event) => noteSolution(event.data.mip_solution),
      [callbackType.mipInterrupt]: (event) => {
        noteBound(event.data.mip_dual_bound);
        interrupt(event);
      },
      [callbackType.simplexInterrupt]: interrupt,
      [callbackType.ipmInterrupt]: interrupt,
    });

    const status = session.getModelStatus();
    if (status === modelStatus.infeasible) {
      if (best !== null) throw new WrongAnswerError('HiGHS proved infeasible a model of which it had found a solution');
      return answer(Status.INFEASIBLE, { scale });
    }
    noteBound(session.info.get('mip_dual_bound'));
    if (session.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible) {
      noteSolution(session.getSolution().colValue);
    }
    if (best === null) {
      if (rejected) throw new WrongAnswerError('every solution of HiGHS broke a constraint once rounded to integers');
      return answer(Status.UNKNOWN, { bound, scale, info: `HiGHS ended with status ${status}` });
    }
    const proved = bound !== null && bound >= best.objective;
    return answer(proved ? Status.OPTIMAL : Status.FEASIBLE, { ...best, bound: proved ? best.objective : bound, scale });
  }
}
