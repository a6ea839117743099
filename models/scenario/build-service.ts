import { buildChange } from './build-change.ts';
import type { Action, RecoveryAction, Standard, StandardAction } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';

type FileAction = NonNullable<UnderstoodFile['plans']>[number]['actions'][number];
type FileStandard = NonNullable<UnderstoodFile['world']['standards']>[number]['value'];
type ServiceActions = Pick<Action, 'consistency' | 'standard' | 'rootCauses' | 'recover' | 'guarantee'>;

export function buildStandard(name: string, standard: FileStandard): Standard {
  const { promise, median, spread, cases, clear } = standard;
  return {
    name,
    promiseHours: promise,
    medianHours: median,
    spread,
    casesPerMonth: cases,
    clear: clear ?? true,
  };
}

/** What an action does about standards, failures and complaints. */
export function buildService(action: FileAction): ServiceActions {
  const { consistency, standard, rootCauses, recover, guarantee } = action;
  return {
    ...(consistency && { consistency: { by: consistency.by, ...costOf(consistency) } }),
    ...(standard && { standard: buildStandardAction(standard) }),
    ...(rootCauses && {
      rootCauses: { by: rootCauses.by, rampMonths: rootCauses.ramp ?? 1, ...costOf(rootCauses) },
    }),
    ...(recover && { recover: buildRecovery(recover) }),
    ...(guarantee && {
      guarantee: { pays: guarantee.pays, ...(guarantee.standard && { standard: guarantee.standard }) },
    }),
  };
}

type FileCost = Pick<NonNullable<FileAction['recover']>, 'once' | 'monthly'>;

function costOf({ once, monthly }: FileCost) {
  return { ...(once && { once }), ...(monthly && { monthly }) };
}

function buildStandardAction(file: NonNullable<FileAction['standard']>): StandardAction {
  const { name, promise, median, spread, clear } = file;
  return {
    name,
    ...(promise && { promise: buildChange(promise) }),
    ...(median && { median: buildChange(median) }),
    ...(spread && { spread: buildChange(spread) }),
    ...(clear !== undefined && { clear }),
    ...costOf(file),
  };
}

function buildRecovery(file: NonNullable<FileAction['recover']>): RecoveryAction {
  const { within, compensation, ownFault, followUp, ease, limit } = file;
  return {
    ...(within && { withinHours: within }),
    ...(compensation && { compensation }),
    ownFault: ownFault ?? false,
    followUp: followUp ?? false,
    ...(ease && { ease }),
    limit: limit ?? false,
    ...costOf(file),
  };
}
