import type { Distribution, Evidence } from '../core/quantity.ts';

/** One parameter of a mechanism: what it means, what is believed, and why. */
export interface ParameterDescription {
  /** Key under `assumptions` in a scenario file and in `Parameters`. */
  readonly name: string;
  readonly meaning: string;
  readonly symbol: string;
  readonly unit: string;
  readonly default: Distribution;
  /** Values outside are refused in a file. */
  readonly bounds: readonly [low: number, high: number];
  /** Scale on which a range given in a file is spread. */
  readonly scale: 'positive' | 'share' | 'signed';
  readonly evidence: Evidence;
  readonly source: string;
}

/** One cause and effect: what the generated reference, the validation and the law tests read. */
export interface MechanismDescription {
  readonly name: string;
  readonly title: string;
  readonly equation: string;
  readonly source: string;
  readonly parameters: readonly ParameterDescription[];
  /** Named state it reads and writes. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** A worked example in words; the test of the same name holds it. */
  readonly example: string;
}
