import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contracts, readCustomers } from '../../scripts/telco/customers.ts';
import { deriveSegments, formatSegment, roundShares, telcoTable } from '../../scripts/telco-segments.ts';

const customers = readCustomers(readFileSync(telcoTable, 'utf8'));
const segments = deriveSegments(customers);
const scenario = readFileSync(new URL('../../scenarios/telco-fee-increase.yaml', import.meta.url), 'utf8');

describe('the table', () => {
  test('holds 7,043 customers, 1,869 leavers and a mean charge of 64.76, as published', () => {
    expect(customers.length).toBe(7043);
    expect(customers.filter((customer) => customer.left).length).toBe(1869);
    const charges = customers.reduce((sum, customer) => sum + customer.pricePerMonth, 0);
    expect(charges / customers.length).toBeCloseTo(64.76, 2);
  });

  test('has the published share of leavers by contract', () => {
    const shares = contracts.map((contract) => {
      const members = customers.filter((customer) => customer.contract === contract);
      return (100 * members.filter((customer) => customer.left).length) / members.length;
    });
    expect(shares.map((share) => share.toFixed(2))).toEqual(['42.71', '11.27', '2.83']);
  });
});

describe('the segments', () => {
  test('are nine and hold every customer, leaver and dollar of the table once', () => {
    const sum = (value: (segment: (typeof segments)[number]) => number) =>
      segments.reduce((total, segment) => total + value(segment), 0);
    expect(segments.length).toBe(9);
    expect(sum((segment) => segment.customers)).toBe(7043);
    expect(sum((segment) => segment.churn.leavers)).toBe(1869);
    expect(sum((segment) => segment.customers * segment.price.mean) / 7043).toBeCloseTo(64.76, 2);
  });

  test('pool to the known 0.82 % of leavers a customer-month', () => {
    const leavers = segments.reduce((total, { churn }) => total + churn.leavers, 0);
    const exposure = segments.reduce((total, { churn }) => total + churn.exposureMonths, 0);
    expect((100 * leavers) / exposure).toBeCloseTo(0.82, 2);
  });

  test('keep the order in which contracts hold customers, far below the flag’s share', () => {
    const churn = contracts.map((contract) => {
      const members = segments.filter((segment) => segment.contract === contract);
      const leavers = members.reduce((sum, segment) => sum + segment.customers * segment.churn.byTenure, 0);
      return leavers / members.reduce((sum, segment) => sum + segment.customers, 0);
    });
    expect(churn[0]).toBeGreaterThan(0.015);
    expect(churn[0]).toBeLessThan(0.03);
    expect(churn[1]).toBeLessThan(churn[0] / 2);
    expect(churn[2]).toBeLessThan(churn[1] / 2);
  });

  test('state a range that holds both readings of the table', () => {
    for (const { churn } of segments) {
      expect(churn.low).toBeLessThan(Math.min(churn.byTenure, churn.pooled));
      expect(churn.high).toBeGreaterThan(Math.max(churn.byTenure, churn.pooled));
    }
  });

  test('carry a fitted frailty only where the hazard falls with tenure', () => {
    const fitted = segments.filter((segment) => segment.frailty !== undefined);
    expect(fitted.map((segment) => segment.contract)).toEqual(Array(3).fill('Month-to-month'));
    for (const { frailty } of fitted) {
      expect(frailty!.low).toBeLessThan(frailty!.best);
      expect(frailty!.high).toBeGreaterThan(frailty!.best);
    }
  });

  test('have tenure groups whose shares add up, at most four', () => {
    for (const { tenure } of segments) {
      expect(tenure.length).toBeLessThanOrEqual(4);
      expect(tenure.reduce((sum, group) => sum + group.share, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('the scenario file', () => {
  test.each(segments.map((segment) => [segment.name, segment] as const))(
    'states for %s what the script derives',
    (_, segment) => {
      const stated = scenario.split('\n').map((line) => line.trim());
      const start = stated.indexOf(`- name: ${segment.name}`);
      const end = stated.findIndex(
        (line, k) => k > start && (line.startsWith('- name:') || line === 'plans:'),
      );
      const block = stated.slice(start, end);
      for (const line of formatSegment(segment).split('\n')) expect(block).toContain(line.trim());
    },
  );
});

test('rounded shares add up to 100 %', () => {
  expect(roundShares([1 / 3, 1 / 3, 1 / 3])).toEqual([33.4, 33.3, 33.3]);
  expect(roundShares([0.3024, 0.3908, 0.2304, 0.0764])).toEqual([30.2, 39.1, 23.1, 7.6]);
});
