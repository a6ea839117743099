import { dimensions } from '../../models/core/dimensions.ts';
import { type Distribution, fixed, type Quantity } from '../../models/core/quantity.ts';
import type { ParameterName } from '../../models/mechanisms/index.ts';
import type {
  Action,
  Operations,
  Plan,
  Scenario,
  Segment,
  Standard,
  WorldDescription,
} from '../../models/scenario/scenario.ts';

/** A believed quantity, for tests of draws. */
export function believed(belief: Distribution): Quantity {
  return { belief, evidence: 'assumed', source: 'test', given: true };
}

/** Every effect off but those a test switches on: everybody alike, everybody responsive, nobody joins. */
export const inert: { readonly [name in ParameterName]?: number } = {
  frailtySpread: 0,
  sensitivitySpread: 0,
  spendFrailtyCorrelation: 0,
  spendSensitivityCorrelation: 0,
  priceResponse: 0,
  priceLevelResponse: 0,
  wakeUp: 0,
  unfairnessWeight: 0,
  responsiveChurn: 1,
  acquisitionPriceResponse: 0,
  praisePull: 0,
  complaintDeterrence: 0,
  returnRate: 0,
  failureDamage: 0,
  failurePoints: 0,
  complaintCost: 0,
};

export function assume(
  values: { readonly [name in ParameterName]?: number },
): WorldDescription['assumptions'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fixed(value)]));
}

export interface SegmentInput
  extends Partial<Omit<Segment, 'price' | 'customers' | 'churnPerMonth' | 'costToServe' | 'service'>> {
  readonly customers?: number;
  readonly price?: number;
  readonly spread?: number;
  readonly churn?: number;
  readonly cost?: number;
  readonly promise?: number;
  readonly delivery?: number;
}

export function buildSegment(input: SegmentInput = {}): Segment {
  const {
    customers = 1000,
    price = 10,
    spread = 0,
    churn = 0.03,
    cost = 4,
    promise = 7,
    delivery = 7,
    ...rest
  } = input;
  const level = () => ({ promise: fixed(promise), delivery: fixed(delivery) });
  return {
    name: 'Everyone',
    customers: fixed(customers),
    joinersPerMonth: 'as many as leave',
    price: { mean: fixed(price), spread: fixed(spread) },
    fees: [],
    churnPerMonth: fixed(churn),
    failuresPerMonth: fixed(0.04),
    costToServe: fixed(cost),
    acquisitionCost: fixed(0),
    tenure: [{ months: 24, share: 1 }],
    service: Object.fromEntries(dimensions.map((name) => [name, level()])) as unknown as Segment['service'],
    assumptions: {},
    ...rest,
  };
}

export interface ScenarioInput {
  readonly segments?: readonly Segment[];
  readonly plans?: readonly Plan[];
  readonly assumptions?: { readonly [name in ParameterName]?: number };
  readonly months?: number;
  readonly discount?: number;
  readonly overrides?: Partial<Scenario>;
  readonly world?: Partial<WorldDescription>;
}

export function buildScenario(input: ScenarioInput = {}): Scenario {
  return {
    format: 'kept/1',
    title: 'Test',
    currency: 'USD',
    months: input.months ?? 36,
    discountRatePerYear: fixed(input.discount ?? 0.1),
    seed: 'kept',
    inputs: [],
    world: {
      market: { competitorFollows: fixed(0) },
      segments: input.segments ?? [buildSegment()],
      events: [],
      standards: [],
      fixedCostPerMonth: fixed(0),
      insight: fixed(0),
      assumptions: assume(input.assumptions ?? {}),
      ...input.world,
    },
    plans: input.plans ?? [],
    kpis: [],
    ...input.overrides,
  };
}

export function buildAction(input: Partial<Action> = {}): Action {
  const at = input.at ?? 1;
  const announced = input.announce !== undefined;
  return { at, announce: at, announced, segments: ['Everyone'], reason: 'none', notify: false, ...input };
}

/** Repairs promised within 48 hours, of which half take up to 30. */
export const repairStandard: Standard = {
  name: 'repair',
  promiseHours: fixed(48),
  medianHours: fixed(30),
  spread: fixed(1.8),
  casesPerMonth: fixed(0.05),
  clear: true,
};

/** A rise (or cut) of the headline price by a share. */
export function buildRise(
  share: number,
  input: Partial<Action> = {},
  price: Partial<Action['price']> = {},
): Plan {
  const change = { kind: 'byPercent', quantity: fixed(share) } as const;
  return {
    name: `Change by ${share}`,
    actions: [buildAction({ ...input, price: { change, phases: 1, everyMonths: 1, ...price } })],
  };
}

/** A small contact centre; every number certain. */
export function buildOperations(input: Partial<Record<'agents' | 'contacts' | 'handleTime', number>> = {}) {
  const { agents = 4, contacts = 0.5, handleTime = 300 } = input;
  const operations: Operations = {
    agents: fixed(agents),
    openHoursPerMonth: fixed(20),
    handleTimeSeconds: fixed(handleTime),
    contactsPerMonth: fixed(contacts),
    patienceSeconds: fixed(120),
    targetSeconds: fixed(20),
    peak: { contacts: fixed(0.6), hours: fixed(0.4), agents: fixed(0.5) },
    resolved: fixed(0.75),
    agentCost: fixed(100),
    turnoverPerYear: fixed(0.3),
  };
  return operations;
}
