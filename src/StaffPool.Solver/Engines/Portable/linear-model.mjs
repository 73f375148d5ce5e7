// A CpModelProto seen as a mixed-integer linear model, and the exact check of its solutions.

// Beyond this a double no longer holds every integer; such bounds become infinite for the engine
// (a relaxation, so its bounds and its proofs of infeasibility stay true), such coefficients are refused.
const EXACT = Number.MAX_SAFE_INTEGER;

export class NotLinearError extends Error {
  code = 'not_linear';
}

const bounds = (domain, what) => {
  if (domain.length !== 2) throw new NotLinearError(`${what} has a domain with holes`);
  return [domain[0] < -EXACT ? -Infinity : domain[0], domain[1] > EXACT ? Infinity : domain[1]];
};

/** Adds literals to a row: a negated literal is 1 - x, so its coefficient is -1 and the bounds move by one. */
function clauseRow(literals, low, high) {
  const terms = new Map();
  let constant = 0;
  for (const literal of literals) {
    const variable = literal >= 0 ? literal : -literal - 1;
    const sign = literal >= 0 ? 1 : -1;
    if (sign < 0) constant += 1;
    terms.set(variable, (terms.get(variable) ?? 0) + sign);
  }
  return { terms, low: low - constant, high: high - constant };
}

const negate = (literal) => -literal - 1;

function linearRow({ vars, coeffs, domain }, name) {
  const terms = new Map();
  vars.forEach((variable, k) => {
    // A linear constraint may refer to the negation of a variable, which is minus that variable.
    const [index, coefficient] = variable >= 0 ? [variable, coeffs[k]] : [negate(variable), -coeffs[k]];
    if (Math.abs(coefficient) > EXACT) throw new NotLinearError(`${name} has a coefficient above 2^53`);
    terms.set(index, (terms.get(index) ?? 0) + coefficient);
  });
  const [low, high] = bounds(domain, name);
  return { terms, low, high };
}

function* rowsOf(constraint, name) {
  const enforcement = constraint.enforcementLiteral ?? [];
  const literals = constraint[constraint.constraint]?.literals;
  switch (constraint.constraint) {
    case 'boolOr':
      yield clauseRow([...literals, ...enforcement.map(negate)], 1, Infinity);
      return;
    case 'boolAnd':
      for (const literal of literals) yield clauseRow([literal, ...enforcement.map(negate)], 1, Infinity);
      return;
  }
  if (enforcement.length > 0) throw new NotLinearError(`${name} is enforced by a literal`);
  switch (constraint.constraint) {
    case undefined: return;
    case 'atMostOne': yield clauseRow(literals, -Infinity, 1); return;
    case 'exactlyOne': yield clauseRow(literals, 1, 1); return;
    case 'linear': yield linearRow(constraint.linear, name); return;
    default: throw new NotLinearError(`${name} is a ${constraint.constraint} constraint`);
  }
}

/** Rows in compressed form, objective to minimise as in the proto (before offset and scaling). */
export function toLinear(proto) {
  const columns = proto.variables.length;
  const colLower = new Float64Array(columns);
  const colUpper = new Float64Array(columns);
  proto.variables.forEach(({ domain, name }, j) => {
    [colLower[j], colUpper[j]] = bounds(domain, `variable ${name || j}`);
  });
  const starts = [0];
  const indices = [];
  const values = [];
  const rowLower = [];
  const rowUpper = [];
  proto.constraints.forEach((constraint, i) => {
    for (const { terms, low, high } of rowsOf(constraint, `constraint ${constraint.name || i}`)) {
      for (const [column, value] of terms) {
        if (value === 0) continue;
        indices.push(column);
        values.push(value);
      }
      starts.push(indices.length);
      rowLower.push(low);
      rowUpper.push(high);
    }
  });
  const colCost = new Float64Array(columns);
  const { vars = [], coeffs = [], domain = [] } = proto.objective ?? {};
  if (domain.length > 0) throw new NotLinearError('the objective has a domain');
  vars.forEach((variable, k) => {
    if (Math.abs(coeffs[k]) > EXACT) throw new NotLinearError('the objective has a coefficient above 2^53');
    if (variable >= 0) colCost[variable] += coeffs[k];
    else colCost[negate(variable)] -= coeffs[k];
  });
  return {
    columns, rows: rowLower.length, colLower, colUpper, colCost,
    starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values),
    rowLower: Float64Array.from(rowLower), rowUpper: Float64Array.from(rowUpper),
  };
}

/** Sum of integer products, exact: in doubles while every partial sum fits 53 bits, else in BigInt. */
function exactSum(count, coefficient, value) {
  let sum = 0;
  let magnitude = 0;
  for (let k = 0; k < count; k += 1) {
    const term = coefficient(k) * value(k);
    magnitude += Math.abs(term);
    sum += term;
  }
  if (magnitude <= EXACT) return sum;
  let exact = 0n;
  for (let k = 0; k < count; k += 1) exact += BigInt(coefficient(k)) * BigInt(value(k));
  return exact;
}

export function objectiveOf(model, x) {
  return exactSum(model.columns, (j) => model.colCost[j], (j) => x[j]);
}

/** Rounds a solution of the engine and checks it exactly; null when the rounded one breaks a constraint. */
export function roundAndCheck(model, solution) {
  const x = Array.from(solution, Math.round);
  for (let j = 0; j < model.columns; j += 1) {
    if (!Number.isSafeInteger(x[j]) || x[j] < model.colLower[j] || x[j] > model.colUpper[j]) return null;
    x[j] += 0; // -0 becomes 0
  }
  for (let i = 0; i < model.rows; i += 1) {
    const start = model.starts[i];
    const activity = exactSum(model.starts[i + 1] - start, (k) => model.values[start + k], (k) => x[model.indices[start + k]]);
    if (activity < model.rowLower[i] || activity > model.rowUpper[i]) return null;
  }
  return x;
}
