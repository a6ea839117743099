import { acquisitionDescription } from './acquisition.ts';
import { attritionDescription } from './attrition.ts';
import { awarenessDescription } from './awareness.ts';
import { complaintDescription } from './complaint.ts';
import { contactCentreDescription } from './contact-centre.ts';
import { deliveryDescription } from './delivery.ts';
import type { ParameterDescription } from './description.ts';
import { expectationDescription } from './expectation.ts';
import { failureDescription } from './failure.ts';
import { fairnessDescription } from './fairness.ts';
import { financeDescription } from './finance.ts';
import { growthDescription } from './growth.ts';
import { guaranteeDescription } from './guarantee.ts';
import { heterogeneityDescription } from './heterogeneity.ts';
import { imitationDescription } from './imitation.ts';
import { listeningDescription } from './listening.ts';
import { priceDescription } from './price.ts';
import { priceLevelDescription } from './price-level.ts';
import { recoveryDescription } from './recovery.ts';
import { satisfactionDescription } from './satisfaction.ts';
import { separationDescription } from './separation.ts';
import { staffDescription } from './staff.ts';
import { trustDescription } from './trust.ts';
import { usageDescription } from './usage.ts';
import { winBackDescription } from './win-back.ts';
import { wordOfMouthDescription } from './word-of-mouth.ts';

/** Every mechanism's description, in the order of the month. */
export const mechanisms = [
  heterogeneityDescription,
  staffDescription,
  contactCentreDescription,
  deliveryDescription,
  failureDescription,
  priceDescription,
  priceLevelDescription,
  awarenessDescription,
  fairnessDescription,
  satisfactionDescription,
  complaintDescription,
  guaranteeDescription,
  recoveryDescription,
  trustDescription,
  attritionDescription,
  separationDescription,
  usageDescription,
  growthDescription,
  wordOfMouthDescription,
  imitationDescription,
  winBackDescription,
  acquisitionDescription,
  expectationDescription,
  listeningDescription,
  financeDescription,
] as const;

export type MechanismName = (typeof mechanisms)[number]['name'];

export const mechanismNames: readonly MechanismName[] = mechanisms.map(({ name }) => name);

export type ParameterName = (typeof mechanisms)[number]['parameters'][number]['name'];

/** Values of all parameters in one draw, for one segment. */
export type Parameters = { readonly [name in ParameterName]: number };

export const parameterDescriptions: readonly (ParameterDescription & { readonly name: ParameterName })[] =
  mechanisms.flatMap((mechanism) => [...mechanism.parameters]);
