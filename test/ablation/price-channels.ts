import type { Channel } from './channel.ts';

const bank = { file: 'bank-account-fee.yaml', plan: '4 euros more, told in time' };
const telco = { file: 'telco-fee-increase.yaml', plan: 'Raise everyone 8 %' };
const surge = { file: 'lessons/the-surge.yaml', plan: 'Raise unprepared' };

/** Prices, fees and what customers make of them; contracts and cheaper tiers. */
export const priceChannels: readonly Channel[] = [
  {
    name: 'price against the reference',
    off: { priceResponse: 0 },
    ...telco,
    literature: 'Losses against a reference drive the first reaction (Mazumdar, Raj & Sinha 2005)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'loss aversion',
    off: { lossAversion: 1 },
    ...telco,
    literature: 'A loss weighs about twice a gain (Tversky & Kahneman 1992; Brown et al. 2024)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'price against the market',
    off: { priceLevelResponse: 0 },
    ...telco,
    literature: 'Long-run responses exceed short-run ones (Bijmolt et al. 2005): the loss goes on',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'a competitor who follows',
    off: { competitorSpeed: 0 },
    file: 'lessons/blunder-5-competing-on-price.yaml',
    plan: 'Match the cut',
    literature: 'Judgement: a rival who follows takes back what a cut has won',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'wake-up',
    off: { wakeUp: 0 },
    ...telco,
    literature: 'Contact alone raised churn from 6 to 10 % (Ascarza, Iyengar & Schleicher 2016)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'calls after a notice',
    off: { noticeContacts: 0 },
    ...surge,
    literature:
      'Those who learn of a rise call, and all wait longer (queueing: Palm 1957; that calls rise: judgement)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'fairness',
    off: { unfairnessWeight: 0 },
    ...bank,
    literature: 'A rise beyond what is taken as fair is punished (Kahneman, Knetsch & Thaler 1986)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'the reason given',
    off: { motiveCost: 1 },
    ...bank,
    literature:
      'A rise explained by costs is taken as fairer than one unexplained (Kahneman, Knetsch & Thaler 1986)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'surprise by a fee',
    off: { surpriseTrustLoss: 0 },
    file: bank.file,
    plan: '4 euros more, seen on the statement',
    literature: 'Judgement: a fee that nobody was told of costs trust',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'fees revealed late',
    off: { feeSalience: 1 },
    file: 'firm.yaml',
    plan: 'Fee at purchase',
    literature:
      'A fee shown late weighs less when people sign up (Chetty, Looney & Kroft 2009; Blake et al.)',
    ...{ without: 'lower', on: 'customers at the end' },
  },
  {
    name: 'trust and price',
    off: { trustDamping: 0 },
    ...telco,
    literature:
      'Satisfied customers react less to a rise (Homburg, Hoyer & Koschate 2005), so that those who are promised more than they get, as here, react more',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'sign-ups and price',
    off: { acquisitionPriceResponse: 0 },
    ...bank,
    literature: 'Gross additions answer to price at −0.3 to −2.5 in the short run',
    ...{ without: 'higher', on: 'customers at the end' },
  },
  {
    name: 'a cheaper tier',
    off: { tradeDownRelief: 0, tradeDownMultiple: 0 },
    file: 'firm.yaml',
    plan: 'Raise 15 %',
    literature: 'Judgement: who can trade down need not leave',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'use and price',
    off: { usePriceResponse: 0 },
    file: 'firm.yaml',
    plan: 'Raise 15 %',
    literature: 'A dearer unit is used less (Danaher 2002)',
    ...{ without: 'higher', on: 'profit with equity' },
  },
  {
    name: 'contracts',
    off: { lockIn: 0, expirySpike: 1 },
    ...telco,
    literature: 'Switching costs hold customers who would go (Burnham, Frels & Mahajan 2003)',
    ...{ without: 'higher', on: 'attrition' },
    otherwise:
      'contracts here move the loss rather than prevent it. The churn observed already holds what contracts prevent; with them the rise loses fewer in the first half year and more by the end, when contracts have run out',
  },
  {
    name: 'leaving that answers to nothing',
    off: { responsiveChurn: 1 },
    ...telco,
    literature: 'Part of all leaving, such as moving away, no plan can move (judgement)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'variety of the hazard',
    off: { frailtySpread: 0 },
    ...telco,
    literature:
      'The frail leave first, which weakens a shock in the survivors (Vaupel, Manton & Stallard 1979; Fader & Hardie 2007)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'variety of price sensitivity',
    off: { sensitivitySpread: 0 },
    ...bank,
    literature:
      'The response is convex in sensitivity, so that the mean customer loses less than the mean over customers',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'coming back',
    off: { returnRate: 0 },
    ...telco,
    literature: 'Of streaming cancellers half are back in two years (Antenna); elsewhere fewer',
    ...{ without: 'lower', on: 'profit with equity' },
  },
];
