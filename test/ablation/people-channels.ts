import type { Channel } from './channel.ts';

const lesson = (name: string, plan: string) => ({ file: `lessons/${name}.yaml`, plan });
const people = lesson('means-without-attitude', 'Means and people');
const overpromise = lesson('promise-what-you-deliver', 'Promise 9 and deliver 7');
const agents = lesson('blunder-2-demotivation', 'Two more agents');
const rise = { file: 'firm.yaml', plan: 'Raise 15 %' };

/** Staff and boardroom, talk, newcomers, and what else customers buy. */
export const peopleChannels: readonly Channel[] = [
  {
    name: 'waits',
    off: { waitPoints: 0 },
    ...agents,
    literature: 'Long waits lower satisfaction, a little (Feinberg et al. 2000)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'attitude of staff',
    off: { attitudePoints: 0 },
    ...lesson('blunder-3-finding-fault', 'Ratings that find fault'),
    literature: 'How staff feel reaches customers (Rucci, Kirn & Quinn 1998; Harter, Schmidt & Hayes 2002)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'strain by load',
    off: { overloadMorale: 0 },
    ...lesson('the-surge', 'Raise unprepared'),
    literature: 'Judgement: more calls than people can answer wear them out, and customers hear it',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'skill and job aids',
    off: { skillPoints: 0, jobAidsPoints: 0, jobAidsHandling: 0 },
    ...lesson('blunder-2-demotivation', 'Systems that shorten calls'),
    literature: 'Judgement: systems and skill make service better and calls shorter',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'the boardroom’s picture',
    off: {
      ...{ boardroomBias: 0, boardWeightReliability: 0.32, boardWeightResponsiveness: 0.22 },
      ...{ boardWeightAssurance: 0.19, boardWeightEmpathy: 0.16, boardWeightTangibles: 0.11 },
    },
    ...lesson('the-delivery-gap', 'Spend on what management believes'),
    literature: 'Firms that do not listen misjudge what customers get (Bain 2005): their money goes astray',
    ...{ without: 'higher', on: 'profit with equity' },
  },
  {
    name: 'word of mouth to prospects',
    off: { praisePull: 0, complaintDeterrence: 0 },
    ...people,
    literature: 'Talk moves sales (You, Vadakkepatt & Joshi 2015): better service also wins newcomers',
    ...{ without: 'lower', on: 'customers at the end' },
  },
  {
    name: 'word of mouth to customers',
    off: { praiseRetentionShare: 0, complaintRetentionShare: 0 },
    ...people,
    literature: 'Customers hear talk as well, and it moves them less than prospects (East et al.)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'referred newcomers stay',
    off: { referralEdge: 0 },
    ...lesson('advocates', 'Thank the advocates'),
    literature: 'Referred customers stay longer (Schmitt, Skiera & Van den Bulte 2011)',
    ...{ without: 'lower', on: 'profit with equity' },
  },
  {
    name: 'promises draw newcomers',
    off: { promisePull: 0 },
    ...lesson('promise-what-you-deliver', 'Promise 8 and deliver 8'),
    literature: 'A higher promise wins first-time buyers (Kopalle & Lehmann 2006)',
    ...{ without: 'lower', on: 'customers at the end' },
  },
  {
    name: 'reputation',
    off: { reputationRate: 0 },
    ...overpromise,
    literature:
      'Broken promises get about, and the pull fades (Kopalle & Lehmann 2006: overstating pays only in the short run)',
    ...{ without: 'higher', on: 'customers at the end' },
  },
  {
    name: 'acquisition money',
    off: { budgetResponse: 0 },
    ...lesson('the-leaky-bucket', 'Pour in more'),
    literature:
      'Advertising draws at an elasticity of about 0.24 in the long run (Sethuraman, Tellis & Briesch 2011)',
    ...{ without: 'lower', on: 'customers at the end' },
  },
  {
    name: 'imitation',
    off: { imitation: 0 },
    ...rise,
    literature: 'Fewer customers are fewer to imitate (Bass 1969): a loss spreads to sign-ups',
    ...{ without: 'higher', on: 'customers at the end' },
  },
  {
    name: 'further services',
    off: { growthSatisfactionResponse: 0 },
    file: 'firm.yaml',
    plan: 'Serve better',
    literature: 'Satisfied customers take more of a firm’s services (Bolton, Lemon & Verhoef 2004)',
    ...{ without: 'lower', on: 'profit with equity' },
  },
  {
    name: 'use and satisfaction',
    off: { useSatisfactionResponse: 0 },
    file: 'firm.yaml',
    plan: 'Serve better',
    literature: 'Satisfied customers use more (Bolton & Lemon 1999)',
    ...{ without: 'lower', on: 'profit with equity' },
  },
  {
    name: 'being next',
    off: { separationTrustLoss: 0 },
    file: 'firm.yaml',
    plan: 'End a tenth of all relationships',
    literature: 'Judgement: those who stay trust less a firm that sends customers away',
    ...{ without: 'lower', on: 'attrition' },
  },
];
