// The stand-in month of README.md with the blocks of the model: keyed draws, tables, customer after customer.
import process from 'node:process';
import { createRunKey, drawWords } from '../../../models/core/random.ts';
import { createNormalTable, createTable } from '../../../models/core/table.ts';

const customers = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);
const months = 36;
const words = new Int32Array(2);

const normals = createNormalTable();
const value = createTable(
  (d) => (d >= 0 ? 1 : -2.25) * Math.exp(0.88 * Math.log(Math.abs(d))) || 0,
  -8,
  8,
  16_384,
);
const logarithm = createTable(Math.log, 1, 1.2, 4096);
const tenure = Float64Array.from({ length: months + 1 }, (_, t) => 0.1 * Math.log1p(t));

/** Customers alive at the end, and how many customer-months were lived. */
function run(seed: string, frailty: Float64Array, sensitivity: Float64Array) {
  const key = createRunKey(seed);
  let [live, left, revenue] = [0, 0, 0];
  for (let i = 0; i < customers; i++) {
    const k = Math.floor((i * 8) / customers);
    const quality = 6 + 0.2 * k;
    const constant = -4.6 + 0.15 * k + frailty[i];
    let will = quality;
    let trust = 0.6;
    let reference = 50 + (i % 5);
    for (let t = 1; t <= months; t++) {
      const price = t < 7 ? 50 : 55;
      drawWords(key, i, t, words);
      const delivered = quality + 0.8 * normals[words[0] >>> 16];
      const gap = delivered + 0.3 * (will - delivered) - will;
      trust = Math.min(1, Math.max(0, trust + 0.05 * gap));
      const loss = price > reference ? logarithm.at(price / reference) : 0;
      const logit =
        constant - 0.35 * value.at(gap) - 1.2 * (trust - 0.6) + 3 * sensitivity[i] * loss - tenure[t];
      live++;
      revenue += price;
      const u = ((words[1] >>> 0) + 0.5) / 4294967296;
      // Most months nobody needs the exact hazard to see that they stay: a logit below −1.1 is below a quarter.
      if (!(u > 0.25 && logit < -1.1) && u * (1 + Math.exp(-logit)) < 1) {
        left++;
        break;
      }
      will += 0.3 * (delivered - will);
      reference += 0.2 * (price - reference);
    }
  }
  return { live, left, revenue };
}

let best = Number.POSITIVE_INFINITY;
let alive = 0;
for (let round = 0; round < rounds; round++) {
  const key = createRunKey(`customers ${round}`);
  const draw = (i: number, which: number) => {
    drawWords(key, i, which, words);
    return normals[words[0] >>> 16];
  };
  const frailty = Float64Array.from({ length: customers }, (_, i) => 0.5 * draw(i, 0) - 0.125);
  const sensitivity = Float64Array.from({ length: customers }, (_, i) => Math.exp(0.4 * draw(i, 1) - 0.08));
  const start = performance.now();
  const { live, left } = run(`round ${round}`, frailty, sensitivity);
  best = Math.min(best, ((performance.now() - start) * 1e6) / live);
  alive += 1 - left / customers;
}
process.stdout.write(
  `${JSON.stringify({ nanoseconds: best, alive: alive / rounds, customers: customers * rounds })}\n`,
);
