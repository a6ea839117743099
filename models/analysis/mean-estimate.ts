/** A mean over draws with its standard error. */
export interface MeanEstimate {
  readonly mean: number;
  readonly error: number;
}

/** Mean over draws and its standard error; the error of a single draw is unknown and given as 0. */
export function estimateMean(draws: number, of: (draw: number) => number): MeanEstimate {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) sum += of(draw);
  const mean = sum / draws;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    const deviation = of(draw) - mean;
    squares += deviation * deviation;
  }
  return { mean, error: draws > 1 ? Math.sqrt(squares / (draws - 1) / draws) : 0 };
}
