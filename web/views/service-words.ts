import type { Action } from '../../models/index.ts';
import { actionText as words } from '../action-text.ts';
import type { ValueWords } from './value-words.ts';

/** What an action does to the service, its promises, its failures and the complaints about them. */
export function describeWorkOnService(action: Action, values: ValueWords): string[] {
  const { promise, invest, consistency, rootCauses, guarantee, standard, recover } = action;
  const { costs, signed, signedShare, money } = values;
  return [
    ...(promise ? [words.promise(Object.keys(promise))] : []),
    ...(invest ? [words.invest(invest.in, signed(invest.by)), ...costs(invest)] : []),
    ...(consistency ? [words.consistency(signedShare(consistency.by)), ...costs(consistency)] : []),
    ...(standard ? [...describeStandard(standard, values), ...costs(standard)] : []),
    ...(rootCauses
      ? [words.rootCauses(signedShare(rootCauses.by), rootCauses.rampMonths), ...costs(rootCauses)]
      : []),
    ...(recover ? [...describeRecovery(recover, values), ...costs(recover)] : []),
    ...(guarantee
      ? [describeGuarantee(guarantee.standard, values.number(guarantee.pays), money(guarantee.pays))]
      : []),
  ];
}

function describeStandard(
  { name, promise, median, spread, clear }: NonNullable<Action['standard']>,
  { change, hours, number }: ValueWords,
): string[] {
  return [
    ...(promise ? [words.standardPromise(name, change(promise, hours))] : []),
    ...(median ? [words.standardMedian(name, change(median, hours))] : []),
    ...(spread ? [words.standardSpread(name, change(spread, number))] : []),
    ...(clear === undefined ? [] : [words.standardClear(name, clear)]),
  ];
}

function describeRecovery(
  { withinHours, compensation, ownFault, followUp, ease, limit }: NonNullable<Action['recover']>,
  { hours, money, share }: ValueWords,
): string[] {
  return [
    words.recover,
    ...(withinHours ? [words.within(hours(withinHours))] : []),
    ...(compensation ? [words.compensation(money(compensation))] : []),
    ...(ownFault ? [words.ownFault] : []),
    ...(followUp ? [words.followUp] : []),
    ...(ease ? [words.ease(share(ease))] : []),
    ...(limit ? [words.limit] : []),
  ];
}

function describeGuarantee(standard: string | undefined, number: string, pays: string): string {
  return number === '0' ? words.guaranteeEnds : words.guarantee(standard, pays);
}

/** What is done for, or with, the people who serve. */
export function describeStaff(
  { agents, recognise, empower, train, jobAids, feedback, ...spent }: NonNullable<Action['staff']>,
  { change, number, share, signedShare, costs }: ValueWords,
): string[] {
  return [
    ...(agents ? [words.agents(change(agents, number))] : []),
    ...(recognise ? [words.recognise(recognise)] : []),
    ...(empower ? [words.empower(change(empower, number))] : []),
    ...(train ? [words.train(signedShare(train))] : []),
    ...(jobAids ? [words.jobAids(share(jobAids))] : []),
    ...(feedback ? [words.feedback(feedback)] : []),
    ...costs(spent),
  ];
}
