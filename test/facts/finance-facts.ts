import { equityElasticities } from '../../models/analysis/customer-equity.ts';
import { marginMultiple } from '../../models/analysis/lifetime-value.ts';
import { erlangA, offeredLoad } from '../../models/core/queueing.ts';
import { publishedTables, valuedFirms } from '../reference/published-tables.ts';
import type { Fact } from './fact.ts';

/** Facts of sections 7 and 9 that are arithmetic: queues and the value of customers. */
export const financeFacts: readonly Fact[] = [
  {
    id: 'T29',
    claim: 'Erlang B, C and A give the values of the published tables.',
    kind: 'evidence',
    figures: ['tables', 'largest deviation against what is allowed'],
    bar: 'second ≤ 1',
    measure: () => {
      const queues = publishedTables.filter(({ name }) => name.startsWith('Erlang'));
      const ratios = queues.flatMap(({ figures, allowed }) =>
        figures.map(({ printed, computed }) => {
          const digits = printed.includes('.') ? printed.split('.')[1].length : 0;
          const half = allowed ?? 0.5 * 10 ** -digits;
          return Math.abs(computed - Number(printed)) / half;
        }),
      );
      return [queues.length, Math.max(...ratios)];
    },
    holds: (tables, ratio) => tables >= 5 && ratio <= 1,
  },
  {
    id: 'T30',
    claim: 'In Erlang A the share who hang up is the wait over the patience: P(Ab) = θ·E[W].',
    kind: 'evidence',
    figures: ['largest difference over 40 centres'],
    bar: 'below 1e-9',
    measure: () => {
      const differences = Array.from({ length: 40 }, (_, k) => {
        const centre = {
          contactsPerHour: 20 + 15 * k,
          handleTimeSeconds: 180 + 5 * k,
          agents: 2 + k,
          patienceSeconds: 60 + 6 * k,
        };
        const { waitSeconds, busyAgents } = erlangA(centre);
        return Math.abs(1 - busyAgents / offeredLoad(centre) - waitSeconds / centre.patienceSeconds);
      });
      return [Math.max(...differences)];
    },
    holds: (difference) => difference < 1e-9,
  },
  {
    id: 'T36',
    claim: 'Lifetime value is strictly convex in retention.',
    kind: 'evidence',
    figures: ['smallest second difference, r from .50 to .98 at i = 12 %'],
    bar: 'above 0',
    measure: () => {
      const at = (k: number) => marginMultiple(0.5 + 0.01 * k, 0.12);
      return [Math.min(...Array.from({ length: 47 }, (_, k) => at(k) - 2 * at(k + 1) + at(k + 2)))];
    },
    holds: (least) => least > 0,
  },
  {
    id: 'T37',
    claim: 'The margin elasticity of customer equity less that of acquisition cost is exactly 1.',
    kind: 'definition',
    figures: ['largest departure'],
    bar: 'below 1e-9',
    measure: () => [
      Math.max(
        ...valuedFirms.map(({ base }) => {
          const { margin, acquisitionCost } = equityElasticities(base, 4);
          return Math.abs(margin - Math.abs(acquisitionCost) - 1);
        }),
      ),
    ],
    holds: (departure) => departure < 1e-9,
  },
  {
    id: 'T38',
    claim:
      'Equity responds more to retention than to margin, and more to margin than to the discount rate, where r ≥ .7.',
    kind: 'evidence',
    figures: ['retention over margin, least', 'margin over discount rate, least'],
    bar: 'both above 1',
    measure: () => {
      const ratios = valuedFirms.map(({ base }) => {
        const { retention, margin, discountRate } = equityElasticities(base, 4);
        return [retention / margin, margin / Math.abs(discountRate)];
      });
      return [Math.min(...ratios.map(([a]) => a)), Math.min(...ratios.map(([, b]) => b))];
    },
    holds: (retention, margin) => retention > 1 && margin > 1,
  },
];
