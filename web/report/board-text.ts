import { formatNumber, thin } from '../format.ts';

/** Words of the board page that stand nowhere else. */
export const boardText = {
  today: 'today',
  title: (scenario: string) => `${scenario}: for the board`,
  rests: 'What it rests on most',
  restsSub: `Profit as each moves over its 80${thin}% range, others at best values`,
  columns: {
    input: 'Assumption',
    range: 'Range',
    effect: 'Profit impact',
    evidence: 'Evidence',
    flips: 'Flips at',
  },
  moreTerms: (count: number) => `and ${formatNumber(count)} more in the file`,
  others: (count: number) => `${formatNumber(count)} other segments`,
  provenance: (version: string, seed: string, draws: number) =>
    `Kept ${version} · seed ${seed} · ${formatNumber(draws)} draws, doing nothing and the plan on the same draws`,
  digest: (digest: string) => `scenario ${digest}`,
  on: (date: string) => `printed ${date}`,
  reading:
    'Expected values are means over draws; ranges hold 80 of 100 draws. The figures are as good as the assumptions.',
};
