import type { Sheet } from '../charts/sheet.ts';

/** The words around a figure, and the sheet behind it. */
export interface FigureWords {
  /** States the finding. */
  readonly title: string;
  /** States measure, unit and horizon. */
  readonly sub: string;
  /** The figure in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly sheet: Sheet | null;
}
