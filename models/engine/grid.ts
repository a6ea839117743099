import { gaussHermite } from '../core/numbers.ts';
import type { Parameters } from '../mechanisms/index.ts';
import type { Segment } from '../scenario/scenario.ts';
import type { Sample } from './sample.ts';

/** Points over frailty and sensitivity: 7 × 5 keep the impact within 1 %, contracts need fewer. */
const fineGrid = createPoints(7, 5);
const coarseGrid = createPoints(5, 3);

function createPoints(frailties: number, sensitivities: number) {
  const [frailty, sensitivity] = [gaussHermite(frailties), gaussHermite(sensitivities)];
  return {
    frailty,
    sensitivity,
    frailtyShares: new Float64Array(frailty.weights),
    sensitivityShares: new Float64Array(sensitivity.weights),
    shares: frailty.weights.flatMap((u) => sensitivity.weights.map((s) => u * s)),
  };
}

/** Variety of spend: z-values explained by each node, and what is left within it. */
export interface SpendVariety {
  /** ρ_u·z_u + ρ_s·z_s of each node, and the share of customers at it. */
  readonly explained: readonly number[];
  readonly shares: readonly number[];
  readonly sdLog: number;
  /** √(1 − ρ_u² − ρ_s²). */
  readonly residual: number;
}

/** Customers of a segment by frailty and sensitivity. */
export interface Grid {
  readonly frailty: Float64Array;
  readonly frailtyShares: Float64Array;
  readonly sensitivity: Float64Array;
  readonly sensitivityShares: Float64Array;
  readonly spend: Float64Array;
  readonly nodes: number;
  readonly variety: SpendVariety;
}

/** Nodes of a segment in one draw. */
export function createGrid(segment: Segment, sample: Sample, parameters: Parameters): Grid {
  const points = segment.contract ? coarseGrid : fineGrid;
  const { frailty, sensitivity, shares } = points;
  const spread = sample.of(segment.price.spread);
  const sdLog = Math.sqrt(Math.log(1 + spread * spread));
  const { spendFrailtyCorrelation: byFrailty, spendSensitivityCorrelation: bySensitivity } = parameters;
  const explained: number[] = [];
  for (const u of frailty.nodes)
    for (const s of sensitivity.nodes) explained.push(byFrailty * u + bySensitivity * s);
  const spend = explained.map((z) => Math.exp(sdLog * z));
  return {
    frailty: lognormalNodes(frailty.nodes, frailty.weights, parameters.frailtySpread),
    frailtyShares: points.frailtyShares,
    sensitivity: lognormalNodes(sensitivity.nodes, sensitivity.weights, parameters.sensitivitySpread),
    sensitivityShares: points.sensitivityShares,
    spend: withMeanOne(spend, shares),
    nodes: spend.length,
    variety: {
      explained,
      shares,
      sdLog,
      residual: Math.sqrt(1 - byFrailty * byFrailty - bySensitivity * bySensitivity),
    },
  };
}

function lognormalNodes(nodes: readonly number[], weights: readonly number[], sdLog: number): Float64Array {
  return withMeanOne(
    nodes.map((z) => Math.exp(sdLog * z)),
    weights,
  );
}

function withMeanOne(values: readonly number[], weights: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value, k) => sum + weights[k] * value, 0);
  return new Float64Array(values.map((value) => value / mean));
}
