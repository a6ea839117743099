import { readTable } from '../read-table.ts';

export const contracts = ['Month-to-month', 'One year', 'Two year'] as const;
export const internetServices = ['DSL', 'Fiber optic', 'No'] as const;

/** One row of the Telco table, as far as it is used. */
export interface Customer {
  readonly contract: (typeof contracts)[number];
  readonly internet: (typeof internetServices)[number];
  /** Months billed; 72 stands for 72 or more. */
  readonly tenureMonths: number;
  readonly pricePerMonth: number;
  readonly left: boolean;
}

/** Longest tenure the table shows: whoever has been there longer stands at this figure too. */
export const tenureCapMonths = 72;

/** Customers of the Telco table. Errors: a row with a contract, service, number or flag that is not expected. */
export function readCustomers(text: string): Customer[] {
  return readTable(text).map((row) => {
    const left = row.Churn;
    if (left !== 'Yes' && left !== 'No') throw new Error(`Churn is ${left}, expected Yes or No`);
    return {
      contract: oneOf(contracts, row.Contract),
      internet: oneOf(internetServices, row.InternetService),
      tenureMonths: numberOf(row.tenure),
      pricePerMonth: numberOf(row.MonthlyCharges),
      left: left === 'Yes',
    };
  });
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error(`${text} is none of ${values.join(', ')}`);
  return value;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new Error(`${text} is no number`);
  return value;
}
