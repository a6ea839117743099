/** One printed figure beside ours. The text keeps the digits: half a unit of the last one is the allowance. */
export interface PublishedFigure {
  readonly where: string;
  readonly printed: string;
  readonly computed: number;
}

export interface PublishedTable {
  readonly name: string;
  readonly source: string;
  /**
   * `print`: read in the source. `second hand`: the source as others quote it. `apart`: worked out from the source's
   * equations by another program, because the source prints no such figures.
   */
  readonly standing: 'print' | 'second hand' | 'apart';
  /** Where the source rounds on the way or leaves something unsaid; else half a unit of the last digit. */
  readonly allowed?: number;
  readonly figures: readonly PublishedFigure[];
}

/** Figures of one row: our values beside the printed ones. */
export function row(where: string, printed: string, computed: readonly number[]): PublishedFigure[] {
  const texts = printed.split(/\s+/);
  if (texts.length !== computed.length) throw new Error(`${where}: ${texts.length} printed, ours differ`);
  return texts.map((text, k) => ({
    where: texts.length > 1 ? `${where}, ${k + 1}` : where,
    printed: text,
    computed: computed[k],
  }));
}

/** How far a figure may be off. */
export function allowanceOf(table: PublishedTable, { printed }: PublishedFigure): number {
  if (table.allowed !== undefined) return table.allowed;
  const decimals = printed.split('.')[1]?.length ?? 0;
  return 0.5 / Number(`1e${decimals}`);
}

export const deviationOf = ({ printed, computed }: PublishedFigure): number =>
  Math.abs(computed - Number(printed));

/** The table's line on the page of reference tests: its figure closest to, or furthest beyond, the allowance. */
export function pageRow(table: PublishedTable): string {
  const strain = (figure: PublishedFigure) => deviationOf(figure) / allowanceOf(table, figure);
  const worst = table.figures.reduce((a, b) => (strain(b) > strain(a) ? b : a));
  // Below the last digit of a double, machines may differ.
  const size = (value: number) => (value < 1e-14 ? '< 1e-14' : String(Number(value.toPrecision(2))));
  const [off, allowed] = [deviationOf(worst), allowanceOf(table, worst)].map(size);
  const cells = [
    table.name,
    table.source,
    table.standing,
    table.figures.length,
    off,
    allowed.replace('< ', ''),
  ];
  return `| ${cells.join(' | ')} |`;
}
