import { anyNumber, changeEntry, entry, type ListedQuantity, notNegative, share } from './listed-quantity.ts';
import type { Action, ProgrammeCost, RecoveryAction, Standard, StandardAction } from './scenario.ts';

type Path = readonly (string | number)[];

const aboveMinusOne = [-1, Infinity] as const;
const factor = [1, Infinity] as const;

/** Numbers of one time standard of the world. */
export function standardQuantities(standard: Standard): ListedQuantity[] {
  const { name, promiseHours, medianHours, spread, casesPerMonth } = standard;
  const at = (key: string) => ['standards', name, key];
  return [
    entry(at('promise'), promiseHours, `Promised time of ${name}`, 'h', notNegative),
    entry(at('median'), medianHours, `Median time of ${name}`, 'h', notNegative),
    entry(at('spread'), spread, `Geometric standard deviation of the time of ${name}`, '1', factor),
    entry(at('cases'), casesPerMonth, `Cases of ${name} for each customer`, '1/month', notNegative),
  ];
}

/** Numbers of what an action does about standards, failures and complaints. */
export function serviceQuantities(path: Path, action: Action, currency: string): ListedQuantity[] {
  const { consistency, standard, rootCauses, recover, guarantee } = action;
  return [
    ...(consistency
      ? [
          entry(
            [...path, 'consistency', 'by'],
            consistency.by,
            'Change of the spread of experience',
            '1',
            aboveMinusOne,
          ),
          ...costs([...path, 'consistency'], consistency, currency),
        ]
      : []),
    ...(standard ? standardAction([...path, 'standard'], standard, currency) : []),
    ...(rootCauses
      ? [
          entry([...path, 'rootCauses', 'by'], rootCauses.by, 'Change of root causes', '1', aboveMinusOne),
          ...costs([...path, 'rootCauses'], rootCauses, currency),
        ]
      : []),
    ...(recover ? recovery([...path, 'recover'], recover, currency) : []),
    ...(guarantee
      ? [
          entry(
            [...path, 'guarantee', 'pays'],
            guarantee.pays,
            'Money a guarantee pays',
            currency,
            notNegative,
          ),
        ]
      : []),
  ];
}

function standardAction(path: Path, action: StandardAction, currency: string): ListedQuantity[] {
  const { name, promise, median, spread } = action;
  return [
    ...(promise
      ? [changeEntry([...path, 'promise'], promise, `Promised time of ${name}`, 'h', notNegative)]
      : []),
    ...(median ? [changeEntry([...path, 'median'], median, `Median time of ${name}`, 'h', notNegative)] : []),
    ...(spread
      ? [changeEntry([...path, 'spread'], spread, `Spread of the time of ${name}`, '1', factor)]
      : []),
    ...costs(path, action, currency),
  ];
}

function recovery(path: Path, action: RecoveryAction, currency: string): ListedQuantity[] {
  const { withinHours, compensation, ease } = action;
  return [
    ...(withinHours
      ? [
          entry(
            [...path, 'within'],
            withinHours,
            'Time within which a complaint is settled',
            'h',
            notNegative,
          ),
        ]
      : []),
    ...(compensation
      ? [entry([...path, 'compensation'], compensation, 'Money paid with a complaint', currency, notNegative)]
      : []),
    ...(ease
      ? [entry([...path, 'ease'], ease, 'Share of the effort of complaining taken away', '1', share)]
      : []),
    ...costs(path, action, currency),
  ];
}

function costs(path: Path, { once, monthly }: ProgrammeCost, currency: string): ListedQuantity[] {
  return [
    ...(once ? [entry([...path, 'once'], once, 'Programme cost, once', currency, anyNumber)] : []),
    ...(monthly
      ? [entry([...path, 'monthly'], monthly, 'Programme upkeep', `${currency}/month`, anyNumber)]
      : []),
  ];
}
