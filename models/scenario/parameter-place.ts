import type { ParameterDescription } from '../mechanisms/description.ts';
import { type Place, percent, same, within } from './place.ts';

/** The place of a mechanism's parameter: its unit and bounds as the registry states them. */
export function parameterPlace(parameter: ParameterDescription): Place {
  const { unit, bounds, scale } = parameter;
  const [low, high] = bounds;
  const suffix =
    unit === '1' || unit === 'share' ? '' : unit.startsWith('1/') ? ` ${unit.slice(1)}` : ` ${unit}`;
  return {
    expects: `${parameterExample(unit)} between ${low} and ${high}${suffix}`,
    units: parameterUnits(unit),
    scale,
    refuse: within(low, high),
  };
}

function parameterUnits(unit: string): Place['units'] {
  if (unit === '1/month') return { '%/month': percent, '/month': same };
  if (unit === 'points') return { '': same, points: same };
  if (unit === 'h') return { h: same, days: (value) => 24 * value };
  return { '': same, '%': percent };
}

function parameterExample(unit: string): string {
  if (unit === '1/month') return 'a rate with its period, such as 30 %/month,';
  if (unit === 'h') return 'a time, such as 48 h,';
  return unit === 'points' ? 'points' : 'a number';
}
