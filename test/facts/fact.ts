/** One fact that a correct model must show, with the figures that Kept measures for it. */
export interface Fact {
  /** T1 to T41. */
  readonly id: string;
  readonly claim: string;
  /** How the claim had to be worded to be true of the model, and why. */
  readonly restated?: string;
  /** `definition`: follows from how a figure is defined or from an input alone; `evidence`: could have come out otherwise. */
  readonly kind: 'evidence' | 'definition';
  /** What the figures are, in order. */
  readonly figures: readonly string[];
  /** What must hold between them, in words. */
  readonly bar: string;
  readonly measure: () => readonly number[];
  readonly holds: (...figures: readonly number[]) => boolean;
}

/** A figure with the digits that a reader can use. */
export function formatFigure(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-9) return '< 1e-9';
  return size >= 1000 ? value.toFixed(0) : `${Number(value.toPrecision(3))}`;
}

/** The fact's row on the page. */
export function factRow(fact: Fact): string {
  const values = fact.measure();
  const measured = fact.figures.map((label, k) => `${label} ${formatFigure(values[k])}`).join('; ');
  const claim = fact.restated === undefined ? fact.claim : `${fact.claim} *Restated:* ${fact.restated}`;
  return `| ${fact.id} | ${claim} | ${measured} | ${fact.bar} | ${fact.kind} |`;
}
