import type { Channel } from './channel.ts';

const lesson = (name: string, plan: string) => ({ file: `lessons/${name}.yaml`, plan });
const overpromise = lesson('promise-what-you-deliver', 'Promise 9 and deliver 7');
const letDown = lesson('promise-what-you-deliver', 'Promise 8 and deliver 6');
const people = lesson('means-without-attitude', 'Means and people');
const stopTheLeak = lesson('the-leaky-bucket', 'Stop the leak');

/** What is delivered, expected and put right. */
export const serviceChannels: readonly Channel[] = [
  {
    name: 'satisfaction',
    off: { satisfactionResponse: 0 },
    ...letDown,
    literature: 'Cumulative satisfaction lengthens relationships (Bolton 1998)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'delight',
    off: { delightMultiple: 1 },
    ...lesson('promise-what-you-deliver', 'Promise 7 and deliver 10'),
    literature: 'The top step of satisfaction keeps most (Mittal & Kamakura 2001)',
    ...{ without: 'higher', on: 'attrition' },
    otherwise:
      'the steeper part begins a standard deviation above the start, and even the largest improvement that ships hardly gets there',
  },
  {
    name: 'disconfirmation',
    off: { gapWeight: 0 },
    ...letDown,
    literature: 'What falls short of what was expected dissatisfies by itself (Oliver 1980)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'promises raise what is expected',
    off: { promiseWeight: 0 },
    ...overpromise,
    literature: 'Higher expectations with the same delivery disappoint (Oliver 1980)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'seeing what is expected',
    off: { willAssimilation: 0 },
    ...overpromise,
    literature: 'What customers think they will get lifts what they perceive (Boulding et al. 1993)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'contrast with what is owed',
    off: { shouldContrast: 0 },
    ...overpromise,
    literature: 'What customers find they are owed lowers what they perceive (Boulding et al. 1993)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'what was given is owed',
    off: { shouldRatchet: 0 },
    ...overpromise,
    literature: 'The best seen or promised becomes what customers find they are owed (Boulding et al. 1993)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'zone of tolerance',
    off: { toleranceZone: 0 },
    ...people,
    literature: 'Within the zone more counts little (Zeithaml, Berry & Parasuraman 1993)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'trust',
    off: { trustResponse: 0 },
    ...letDown,
    literature: 'Trust holds relationships together (Morgan & Hunt 1994): broken promises cost it',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'noticing late',
    off: { noticingRate: 1 },
    ...people,
    literature: 'Customers learn of better service with a lag (Boulding et al. 1993)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'decay without upkeep',
    off: { upkeepDecay: 0 },
    file: 'firm.yaml',
    plan: 'Improve once, without upkeep',
    literature: 'Judgement: a gain that nobody keeps up is lost',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'means need attitude',
    off: { attitudeComplement: 0 },
    ...lesson('means-without-attitude', 'All into means'),
    literature: 'Staff carry what equipment provides (Parasuraman, Zeithaml & Berry 1988)',
    ...{ without: 'lower', on: 'attrition' },
  },
  {
    name: 'time standards',
    off: { standardKept: 0, standardHalving: 0 },
    ...lesson('the-guarantee', 'Repair quicker'),
    literature: 'Keeping promised times is the heart of reliability (Parasuraman, Zeithaml & Berry 1988)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'failures',
    off: { failureDamage: 0, failurePoints: 0 },
    ...stopTheLeak,
    literature: 'Who meets a failure buys again less often, whatever follows (TARP 1986)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'reliability prevents failures',
    off: { failureReliability: 0 },
    ...lesson('promise-what-you-deliver', 'Promise 7 and deliver 10'),
    literature: 'Judgement: a more reliable service fails fewer customers',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'good recovery',
    off: { recoverySpeed: 0, recoveryGesture: 0, compensationEffect: 0 },
    ...stopTheLeak,
    literature: 'Speed, apology and compensation win customers back (Smith, Bolton & Wagner 1999)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'effort of complaining',
    off: { complaintEffort: 0 },
    file: 'firm.yaml',
    plan: 'Easier to complain',
    literature: 'To invite complaints keeps customers who would go silently (Fornell & Wernerfelt 1987)',
    ...{ without: 'higher', on: 'attrition' },
  },
  {
    name: 'guarantee',
    off: { guaranteeTrustGain: 0, guaranteePromise: 0 },
    ...lesson('the-guarantee', 'Repair quicker then guarantee'),
    literature: 'A guarantee that is kept is believed and draws customers (Hart 1988)',
    ...{ without: 'lower', on: 'customers at the end' },
  },
];
