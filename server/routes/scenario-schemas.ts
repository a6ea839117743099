import { type Static, Type } from 'typebox';
import { refusal } from '../api-description.ts';

const etag = Type.String({ description: 'Entity tag of the content, in quotes as If-Match takes it' });
const name = Type.String({ description: 'Path in the folder with "/", such as lessons/advocates.yaml' });
const time = (description: string) => Type.String({ format: 'date-time', description });

const etagHeader = { etag: { type: 'string', description: 'Entity tag of the content' } };

export const nameParams = Type.Object({
  name: Type.String({ description: 'Name of a scenario as one part: lessons%2Fadvocates.yaml' }),
});

export const versionParams = Type.Object({
  name: nameParams.properties.name,
  version: Type.Integer({ minimum: 1, maximum: 999_999_999, description: 'Number of a version' }),
});

export const trashParams = Type.Object({
  id: Type.String({ maxLength: 20, description: 'Id in the trash' }),
});

/** What a writer expects to be there. */
export const conditionHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'ETag that you read; only then is it changed. *: whatever is there' }),
  ),
  'if-none-match': Type.Optional(Type.String({ description: '*: only where there is none yet' })),
});

export const readerHeaders = Type.Object({
  'if-none-match': Type.Optional(
    Type.String({ description: 'ETag of what you have; 304 when it still holds' }),
  ),
});

export const targetBody = Type.Object({ to: name }, { additionalProperties: false });
export const optionalTargetBody = Type.Union([
  Type.Null(),
  Type.Object({ to: Type.Optional(name) }, { additionalProperties: false }),
]);

export const listSchema = Type.Object(
  {
    folder: Type.String({ description: "The folder's own name" }),
    readOnly: Type.Boolean({ description: 'Nothing can be saved' }),
    scenarios: Type.Array(
      Type.Object({
        name,
        title: Type.Optional(Type.String({ description: 'As its beginning says, without parsing' })),
        bytes: Type.Integer(),
        modified: time('When it was last written'),
        etag: Type.Optional(etag),
      }),
      { description: 'By name' },
    ),
    cut: Type.Boolean({ description: 'There are more than are listed' }),
    leftOut: Type.Integer({
      description:
        'Files with the ending of a scenario that are links, too large, or of a name that is refused',
    }),
  },
  { description: 'The scenarios of the folder' },
);

export type ScenarioList = Static<typeof listSchema>;

export const savedSchema = (description: string) =>
  Type.Object({ name, etag }, { description, headers: etagHeader });

export type SavedScenario = Static<ReturnType<typeof savedSchema>>;

export const deletedSchema = Type.Object(
  { id: Type.String({ description: 'Its id in the trash' }) },
  { description: 'It is in the trash.' },
);

export const historySchema = Type.Object(
  {
    name,
    etag: Type.Optional(etag),
    versions: Type.Array(
      Type.Object({
        version: Type.Integer({ description: 'Counts up by one with each version' }),
        savedAt: time('When this content was saved'),
        bytes: Type.Integer(),
        etag,
      }),
      { description: 'What was replaced, newest first' },
    ),
  },
  { description: 'The content that is there, unless it is gone, and those before' },
);

export type ScenarioVersions = Static<typeof historySchema>;

export const trashSchema = Type.Object(
  {
    deleted: Type.Array(
      Type.Object({
        id: trashParams.properties.id,
        name,
        deletedAt: time('When it was deleted'),
        bytes: Type.Integer(),
        etag,
      }),
      { description: 'Newest first' },
    ),
  },
  { description: 'What was deleted and can be restored' },
);

export type TrashList = Static<typeof trashSchema>;

/** The text of a scenario, whichever kind it is. */
export const textAnswer = (description: string) => ({
  description,
  headers: etagHeader,
  content: {
    'application/yaml': { schema: Type.String() },
    'application/json': { schema: Type.String() },
  },
});

export const textTypes = ['application/yaml', 'text/yaml', 'application/json', 'text/plain'];

/** Not looked into: a draft with mistakes can be saved. */
export const textBody = {
  content: Object.fromEntries(
    textTypes.map((type) => [type, { schema: { description: 'Text in UTF-8, at most 1 MiB' } }]),
  ),
};

export const unchanged = { 304: Type.Null({ description: 'You have it.', headers: etagHeader }) };

/** Members of a problem that tell a writer how to go on. */
export const conflictFacts = Type.Object({
  code: Type.String({ description: 'changed: what is there is not what you expect; taken: the name is' }),
  name: Type.Optional(name),
  state: Type.Optional(
    Type.Union([Type.Literal('changed'), Type.Literal('gone'), Type.Literal('exists')], {
      description: 'What became of the scenario',
    }),
  ),
  etag: Type.Optional(Type.String({ description: 'Of what is there now: save yours with it to keep yours' })),
  bytes: Type.Optional(Type.Integer({ description: 'Length of what is there now' })),
  modified: Type.Optional(time('When it was written')),
  ancestor: Type.Optional(
    Type.Integer({ description: 'The version that you read, where it is kept: what both came from' }),
  ),
  free: Type.Optional(Type.String({ description: 'A name that is free: save yours under it to keep both' })),
});

export type ConflictFacts = Static<typeof conflictFacts>;

function conflict(status: number, description: string): object {
  const schema = { allOf: [{ $ref: 'Problem#' }, conflictFacts] };
  return { ...refusal(status, description), content: { 'application/problem+json': { schema } } };
}

export const noSuch = { 404: refusal(404, 'There is no such scenario, version or entry.') };
export const unreadable = { 422: refusal(422, 'What is on the disk is not text, or too large.') };
export const taken = {
  409: conflict(409, 'The name is taken, also by one that some system takes for the same.'),
};
export const conditional = {
  412: conflict(412, 'What is there is not what you expect.'),
  428: refusal(428, 'If-Match or If-None-Match is missing.'),
};
export const written = {
  422: refusal(422, 'It is not the text of a scenario.'),
  500: refusal(500, 'The server failed; problems with the code `unconfirmed` say that it is done in part.'),
  507: refusal(507, 'The disk is full; nothing was changed.'),
};
