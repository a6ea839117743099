import type { AttributedPlan } from '../../models/index.ts';
import type { WaterfallData, WaterfallStep } from '../charts/draw-waterfall.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatCount, formatMoney, formatNumber, formatSignedMoney } from '../format.ts';
import { causesTitle } from './causes-title.ts';
import { text } from './text.ts';

export interface CausesView {
  readonly title: string;
  readonly summary: string;
  readonly sheet: Sheet;
  readonly data: WaterfallData;
}

/** What surrounds the split: worth of doing nothing where it is known, and the result's interval where there are draws. */
export interface CausesFrame {
  readonly currency: string;
  /** Present value of profit under doing nothing; `null` while unknown. */
  readonly baseline: number | null;
  readonly low80?: number;
  readonly high80?: number;
}

/** Causes below this share of the largest are told together. */
const smallest = 0.012;

/** The impact of a plan by cause, from doing nothing to the plan. */
export function createCausesView(plan: AttributedPlan, frame: CausesFrame): CausesView {
  const { currency, baseline, low80, high80 } = frame;
  const money = (value: number) => formatSignedMoney(value, currency);
  const causes = plan.channels.map(({ name, title, profit, customersLost }) => ({
    name,
    title: text.causes[name] ?? title,
    profit: profit.over.mean,
    customersLost: customersLost.over.mean,
  }));
  const title = causesTitle(causes, (amount) => formatMoney(Math.abs(amount), currency));
  const total = plan.total.profit.over.mean;
  const steps = toSteps(causes, money);
  const parts = steps.map(({ name, label }) => `${name} ${label}`);
  const summary = text.causesSummary(title, [...parts, `${text.thePlan} ${money(total)}`]);
  const worth = (value: number) => formatMoney(value, currency);
  const end = baseline === null ? money(total) : `${worth(baseline + total)}, ${money(total)}`;
  return {
    title,
    summary,
    sheet: sheetOf(plan, money),
    data: {
      steps,
      start: { name: text.doNothing, label: baseline === null ? '' : worth(baseline) },
      end: {
        name: text.thePlan,
        value: total,
        label: end,
        ...(low80 === undefined || high80 === undefined ? {} : { low80, high80 }),
      },
      besideTitle: text.customersColumn,
      summary,
    },
  };
}

interface Cause {
  readonly title: string;
  readonly profit: number;
  readonly customersLost: number;
}

/** Gains first, then losses, the larger before the smaller; what is next to nothing is told together. */
function toSteps(causes: readonly Cause[], money: (value: number) => string): WaterfallStep[] {
  const largest = Math.max(0, ...causes.map(({ profit }) => Math.abs(profit)));
  const small = causes.filter(({ profit }) => Math.abs(profit) < smallest * largest);
  const told = small.length > 1 ? causes.filter((cause) => !small.includes(cause)) : [...causes];
  const ordered = [...told].sort(
    (a, b) => Number(b.profit > 0) - Number(a.profit > 0) || Math.abs(b.profit) - Math.abs(a.profit),
  );
  const rest: Cause[] =
    small.length > 1
      ? [
          {
            title: text.otherCauses(small.length),
            profit: small.reduce((sum, { profit }) => sum + profit, 0),
            customersLost: small.reduce((sum, { customersLost }) => sum + customersLost, 0),
          },
        ]
      : [];
  return [...ordered, ...rest].map(({ title, profit, customersLost }) => ({
    name: title,
    value: profit,
    label: money(profit),
    beside: besideOf(customersLost),
  }));
}

function besideOf(customersLost: number): string {
  if (Math.abs(customersLost) < 0.5) return '';
  const count = formatCount(Math.abs(customersLost));
  return customersLost > 0 ? text.leave(count) : text.stay(count);
}

function sheetOf({ channels, total }: AttributedPlan, money: (value: number) => string): Sheet {
  const { causeColumns: columns } = text;
  const customers = (value: number) => formatNumber(value, 1);
  const row = (name: string, { profit, customersLost }: AttributedPlan['total']) => [
    name,
    profit.over.mean,
    profit.over.low80,
    profit.over.high80,
    profit.error,
    customersLost.over.mean,
  ];
  return {
    columns: [
      { title: columns.cause },
      { title: columns.profit, format: money },
      { title: columns.low, format: money },
      { title: columns.high, format: money },
      { title: columns.error, format: (value) => money(value).replace('+', '') },
      { title: columns.customers, format: customers },
    ],
    rows: [
      ...channels.map((channel) => row(text.causes[channel.name] ?? channel.title, channel)),
      row(text.thePlan, total),
    ],
  };
}
