import { type Static, Type } from 'typebox';

/** One thing wrong with what was sent; a mistake in a scenario file says where in it. */
export const problemItemSchema = Type.Object(
  {
    code: Type.String({ description: 'What kind of mistake, for programs' }),
    message: Type.String({ description: 'What is wrong and what to write instead, for people' }),
    pointer: Type.Optional(
      Type.String({
        description: 'Where in the request, such as /body/draws, when the request itself is wrong',
      }),
    ),
    file: Type.Optional(Type.String({ description: 'Name of the scenario file, as it was sent' })),
    path: Type.Optional(
      Type.String({ description: 'Where in the structure of the scenario, such as world.segments[0].churn' }),
    ),
    line: Type.Optional(Type.Integer({ minimum: 1, description: 'Line of the scenario file, from 1' })),
    column: Type.Optional(Type.Integer({ minimum: 1, description: 'Column in UTF-16 units, from 1' })),
  },
  { $id: 'ProblemItem', description: 'One mistake, and where it stands' },
);

/** RFC 9457 problem details, without a `type`: the status says what kind it is. */
export const problemSchema = Type.Object(
  {
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'The status of the answer' }),
    title: Type.String({ description: 'The name of the status' }),
    detail: Type.String({ description: 'What happened, and what to do about it' }),
    requestId: Type.Optional(
      Type.String({ description: 'Stands beside the failure in the log of the server' }),
    ),
    problems: Type.Optional(
      Type.Array(Type.Unsafe<Static<typeof problemItemSchema>>({ $ref: 'ProblemItem#' }), {
        description: 'Each mistake in what was sent, where there are several or they have a place',
      }),
    ),
  },
  { $id: 'Problem', description: 'Why the server did not do what was asked (RFC 9457)' },
);

export type ProblemItem = Static<typeof problemItemSchema>;
export type HttpProblem = Static<typeof problemSchema>;
