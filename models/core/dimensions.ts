/** Dimensions of service quality (Parasuraman, Zeithaml & Berry 1988), in the order of every per-dimension array. */
export const dimensions = ['reliability', 'responsiveness', 'assurance', 'empathy', 'tangibles'] as const;
export type Dimension = (typeof dimensions)[number];
