import type { Amount } from './expression.ts';
import { isBeyondReason, type Place, type Unit } from './place.ts';

/** An amount in the base unit of its place; `refuse` says why there is none. */
export function convertAmount(
  amount: Amount,
  place: Place,
  refuse: (message: string) => undefined,
): number | undefined {
  const toBase = place.units[amount.unit];
  if (toBase === undefined) return refuse(wrongUnit(amount, place));
  const value = toBase(amount.value);
  // A chance above 100 % a year has no monthly equal.
  const refused = Number.isNaN(value) ? 'must be below 100 %' : place.refuse(value);
  if (refused !== undefined) return refuse(refused);
  if (!Number.isFinite(value) || isBeyondReason(value)) return refuse('is too large to compute with');
  return value === 0 && amount.value !== 0 ? refuse('is too small to compute with') : value;
}

function wrongUnit({ value, unit }: Amount, place: Place): string {
  const takes = (candidate: Unit) => place.units[candidate] !== undefined;
  if (unit === '%' && takes('%/month')) return `lacks its period; write ${value} ${rateUnits(place, '%')}`;
  if (unit === '' && takes('%/month')) return `is a bare number; expects ${place.expects}`;
  if (unit === '' && takes('/month')) return `lacks its period; write ${value} ${rateUnits(place, '')}`;
  if (unit === '' && takes('months')) return `lacks its unit; write ${value} months`;
  if (unit.includes('/') && takes(unit.split('/')[0] as Unit))
    return `has a period; expects ${place.expects}`;
  return `has the wrong unit; expects ${place.expects}`;
}

function rateUnits(place: Place, start: '' | '%'): string {
  return place.units[`${start}/year`] === undefined ? `${start}/month` : `${start}/month or ${start}/year`;
}
