import {
  averageSpeedOfAnswer,
  erlangA,
  erlangB,
  erlangC,
  offeredLoad,
  serviceLevel,
} from '../../models/core/queueing.ts';
import { type PublishedTable, row } from './published-table.ts';

const calls = (contactsPerHour: number, handleTimeSeconds: number, agents: number) => {
  const centre = { contactsPerHour, handleTimeSeconds, agents };
  const wait = erlangC(offeredLoad(centre), agents);
  return [wait, averageSpeedOfAnswer(centre), serviceLevel(centre, 20)];
};

const impatient = (contactsPerHour: number, handleTimeSeconds: number, agents: number) =>
  erlangA({ contactsPerHour, handleTimeSeconds, agents, patienceSeconds: 120 });

/** Published figures of queues. */
export const publishedQueues: readonly PublishedTable[] = [
  {
    name: 'Erlang C: probability of waiting, mean wait [s], answered within 20 s',
    source: 'Erlang (1917); rows of 11 and 14 agents agree with the R package ErlangC',
    standing: 'apart',
    figures: [
      ...row('10 erlang, 11 agents', '.68211820 122.7813 .38961381', calls(200, 180, 11)),
      ...row('10 erlang, 13 agents', '.28527045 17.1162 .79559479', calls(200, 180, 13)),
      ...row('10 erlang, 14 agents', '.17413193 7.8359 .88835002', calls(200, 180, 14)),
      ...row('48 erlang, 50 agents', '.69445561 20.8337 .64345460', calls(2880, 60, 50)),
    ],
  },
  {
    name: 'Erlang C in whole fractions: 1/3, 4/9, 128/231, 4/23',
    source: 'Erlang (1917), by hand',
    standing: 'apart',
    allowed: 1e-14,
    figures: (
      [
        [1, 2, 1 / 3],
        [2, 3, 4 / 9],
        [4, 5, 128 / 231],
        [2, 4, 4 / 23],
      ] as const
    ).map(([load, servers, exact]) => ({
      where: `${load} erlang, ${servers} servers`,
      printed: String(exact),
      computed: erlangC(load, servers),
    })),
  },
  {
    name: 'Erlang B, 10 erlang on 14 lines',
    source: 'Erlang (1917)',
    standing: 'apart',
    figures: row('10 erlang, 14 lines', '.05681914', [erlangB(10, 14)]),
  },
  {
    name: 'Erlang B, 25 erlang on 30 lines',
    source: 'Wolfram, loss probabilities',
    standing: 'print',
    figures: row('25 erlang, 30 lines', '.05', [erlangB(25, 30)]),
  },
  {
    name: 'Erlang A: hanging up [%], mean wait [s], queue',
    source: 'Mandelbaum & Zeltyn (2007), 48 calls a minute, 50 agents, patience 2 minutes',
    standing: 'second hand',
    figures: [impatient(2880, 60, 50)].flatMap(({ abandonment, waitSeconds, queueLength }) =>
      row('48 erlang, 50 agents', '3.1 3.7 3', [100 * abandonment, waitSeconds, queueLength]),
    ),
  },
  {
    name: 'Erlang A to the last digit: normal load and overload, patience equal to handle time',
    source: 'Palm (1957); Mandelbaum & Zeltyn (2007)',
    standing: 'apart',
    figures: [
      ...[impatient(2880, 60, 50)].flatMap((of) =>
        row('48 erlang, 50 agents', '.46777407 .03091225 3.70947 2.9676', [
          of.waitProbability,
          of.abandonment,
          of.waitSeconds,
          of.queueLength,
        ]),
      ),
      ...([14, 8] as const).flatMap((agents) => {
        const { abandonment, waitSeconds } = impatient(200, 180, agents);
        const printed = agents === 14 ? '.02283929 2.74071' : '.25798238 30.95789';
        return row(`10 erlang, ${agents} agents`, printed, [abandonment, waitSeconds]);
      }),
      ...row('10 erlang, 10 agents, θ = μ', '.54207029', [impatient(300, 120, 10).waitProbability]),
    ],
  },
];
