import { logPriceRatio, softLimit } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import { firstSpend, type SegmentState } from './state.ts';

export const priceDescription = {
  name: 'price',
  title: 'Price against the reference',
  equation:
    'response = exp(g(β_p·s·D·(λ·loss − gain))) − 1, g(x) = 3·tanh(x/3); loss, gain = ±ln(announced/R); D = (1 − γ·trust)/(1 − 0.6·γ); R ← δR + (1 − δ)·paid',
  source:
    'reference price: Mazumdar, Raj & Sinha (2005) tradition; size of the response estimated on public price rises',
  reads: [
    'schedule.announcedPrice',
    'schedule.announcedFee',
    'schedule.chargedPrice',
    'schedule.perceivedFee',
    'schedule.credit',
    'trust',
    'sensitivity',
    'spend',
  ],
  writes: ['priceLoss', 'commonResponse', 'priceResponse', 'relievedResponse', 'reference', 'referenceFee'],
  example:
    'A 10 % rise at the defaults multiplies the responsive hazard by 1.19 for those who know of it; a 10 % cut by 0.90.',
  parameters: [
    {
      name: 'priceResponse',
      meaning: 'Log-hazard per unit of log price gap, before loss aversion',
      symbol: 'β_p',
      unit: '1',
      default: { kind: 'lognormal', median: 0.97, sdLog: 0.75 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'backtested',
      source: 'estimated on nine public price rises: scripts/estimate-priors.ts',
    },
    {
      name: 'referenceMemory',
      meaning: 'Share of the reference price kept each month',
      symbol: 'δ',
      unit: '1/month',
      default: { kind: 'normal', mean: 0.8, sd: 0.08, min: 0.55, max: 0.96 },
      bounds: [0, 0.99],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement; that past prices form it is well found',
    },
    {
      name: 'trustDamping',
      meaning: 'How much full trust damps the price response',
      symbol: 'γ',
      unit: '1',
      default: { kind: 'normal', mean: 0.4, sd: 0.1, min: 0, max: 0.8 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'expert',
      source: 'sign found for satisfaction (Homburg et al. 2005), size judgement',
    },
    {
      name: 'feeSalience',
      meaning: 'Weight of a fee that is revealed at purchase, against one in the price',
      symbol: 'θ',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.9, best: 0.4 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Blake et al. StubHub experiment; Chetty, Looney & Kroft (2009)',
    },
  ],
} as const satisfies MechanismDescription;

/** Responses saturate at exp(±3): without a limit a lognormal sensitivity has no finite mean response. */
const responseLimit = 3;

/**
 * Rise of the responsive hazard through a price gap, for a customer who knows of it.
 *
 * Equation  exp(g(β_p·s·D·(λ·loss − gain))) − 1, D = (1 − γ·trust)/(1 − 0.6·γ), g(x) = 3·tanh(x/3)
 * Inputs    logRatio = ln(announced price / reference price) [1], sensitivity s [1], trust 0..1
 * Returns   0 at no gap; above −1
 */
export function priceResponseAt(
  logRatio: number,
  sensitivity: number,
  trust: number,
  parameters: Parameters,
): number {
  if (logRatio === 0) return 0;
  const damping = (1 - parameters.trustDamping * trust) / (1 - parameters.trustDamping * 0.6);
  const gap = logRatio > 0 ? parameters.lossAversion * logRatio : logRatio;
  return Math.exp(softLimit(parameters.priceResponse * sensitivity * damping * gap, responseLimit)) - 1;
}

/** Compares what is announced with the reference price, cell by cell, and node by node where nodes differ. */
export function respondToPrice(segment: SegmentState, month: number): void {
  const { cells, present, schedule, reference, referenceFee, priceGroup, priceLoss, alike } = segment;
  if (month < schedule.firstPriceMonth) return;
  const { announcedPrice, announcedFee, credit, months } = schedule;
  const hasTiers = segment.downgradePrice < Number.POSITIVE_INFINITY;
  let twin = -1;
  for (let cell = 0; cell < cells; cell++) {
    if (present[cell] === 0) continue;
    const at = priceGroup[cell] * (months + 1) + month;
    const price = announcedPrice[at];
    const fee = announcedFee[at] - credit[at];
    const usual = reference[cell] + referenceFee[cell];
    priceLoss[cell] = price + fee === usual ? 0 : logPriceRatio(price + fee, usual);
    // Spend cancels from the ratio unless a flat fee or credit is part of it; who trades down differs by frailty.
    const proportional = fee * reference[cell] === referenceFee[cell] * price;
    alike[cell] = proportional && !hasTiers ? 1 : 0;
    if (alike[cell] === 0) {
      respondBySpend(segment, cell, price, fee);
      continue;
    }
    respondAlike(segment, cell, twin);
    twin = cell;
  }
}

/** Response by sensitivity; `twin` is a cell done before, which may feel and trust the same, or −1. */
function respondAlike(segment: SegmentState, cell: number, twin: number): void {
  const { sensitivities, sensitivity, stride, trust, priceLoss, commonResponse, parameters } = segment;
  const at = cell * sensitivities;
  const loss = priceLoss[cell];
  if (loss === 0) {
    for (let s = 0; s < sensitivities; s++) commonResponse[at + s] = 0;
  } else if (stride === 0 && twin >= 0 && priceLoss[twin] === loss && trust[twin] === trust[cell]) {
    for (let s = 0; s < sensitivities; s++) commonResponse[at + s] = commonResponse[twin * sensitivities + s];
  } else {
    for (let s = 0; s < sensitivities; s++) {
      const own = sensitivity[cell * stride + s];
      commonResponse[at + s] = priceResponseAt(loss, own, trust[cell], parameters);
    }
  }
}

function respondBySpend(segment: SegmentState, cell: number, price: number, fee: number): void {
  const first = cell * segment.stride;
  const spendFirst = firstSpend(segment, cell);
  for (let node = 0; node < segment.nodes; node++) {
    const spend = segment.spend[spendFirst + node];
    const before = spend * segment.reference[cell] + segment.referenceFee[cell];
    const loss = logPriceRatio(spend * price + fee, before);
    const [full, relieved] = responses(segment, cell, first + (node % segment.sensitivities), loss);
    segment.priceResponse[cell * segment.nodes + node] = full;
    segment.relievedResponse[cell * segment.nodes + node] = relieved;
  }
}

/** Response in full, and with the part of a loss taken away that a cheaper tier relieves. */
function responses(segment: SegmentState, cell: number, s: number, loss: number): readonly [number, number] {
  const { parameters, trust, sensitivity } = segment;
  const full = priceResponseAt(loss, sensitivity[s], trust[cell], parameters);
  if (loss <= 0 || segment.downgradePrice >= segment.reference[cell]) return [full, full];
  const felt = loss * (1 - parameters.tradeDownRelief);
  return [full, priceResponseAt(felt, sensitivity[s], trust[cell], parameters)];
}

/**
 * The reference price takes in the month's bill; customers under contract keep theirs until it ends.
 *
 * Equation  R ← δR + (1 − δ)·paid; at renewal R ← paid
 */
export function adaptReference(segment: SegmentState, month: number): void {
  const { cells, schedule, priceGroup, expiryQuarter, reference, referenceFee } = segment;
  if (month < schedule.firstPriceMonth) return;
  const { chargedPrice, perceivedFee, months } = schedule;
  const renewing = renewingQuarter(segment, month);
  for (let cell = 0; cell < cells; cell++) {
    const isBound = expiryQuarter[cell] >= 0;
    if (isBound && expiryQuarter[cell] !== renewing) continue;
    const keep = isBound ? 0 : segment.parameters.referenceMemory;
    const at = priceGroup[cell] * (months + 1) + month;
    reference[cell] += (1 - keep) * (chargedPrice[at] - reference[cell]);
    referenceFee[cell] += (1 - keep) * (perceivedFee[at] - referenceFee[cell]);
  }
}

/**
 * The quarter of contracts that have just been renewed; −1 if none. Contracts of a cell end over three months; whoever
 * stays to the end of them has renewed at today's price.
 */
function renewingQuarter({ contractQuarters }: SegmentState, month: number): number {
  return contractQuarters === 0 || month % 3 !== 0 ? -1 : (month / 3 - 1) % contractQuarters;
}
