import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, type TObject, Type } from 'typebox';
import { callerName } from '../access/require-token.ts';
import { refusal } from '../api-description.ts';
import type { Job } from '../jobs/job.ts';
import type { JobWork } from '../jobs/job-work.ts';
import { type Jobs, NotTaken } from '../jobs/jobs.ts';
import { HttpError } from '../problems.ts';
import { type StudyName, studies } from '../studies/index.ts';
import { describeJob, jobSchema, resultOf } from './jobs.ts';

export interface StudyOptions {
  readonly jobs: Jobs;
  /** The text of a scenario that is kept here. Error  HttpError when there is none */
  readonly readScenario?: ((name: string) => Promise<string>) | undefined;
}

const fileSchema = Type.Object(
  {
    text: Type.Optional(Type.String({ description: 'The scenario file itself, YAML or JSON' })),
    name: Type.Optional(Type.String({ maxLength: 200, description: 'What to call the text in messages' })),
    file: Type.Optional(Type.String({ maxLength: 400, description: 'Name of a scenario that is kept here' })),
  },
  {
    additionalProperties: false,
    description: 'A scenario: its text, or the name of one that is kept here',
  },
);

type FileReference = Static<typeof fileSchema>;

/** What of a request's body names the scenarios. */
const fileProperties = {
  none: {},
  one: { scenario: fileSchema },
  two: { before: fileSchema, after: fileSchema },
  several: { scenarios: Type.Array(fileSchema, { minItems: 1, maxItems: 20 }) },
} as const;

/** Usual and longest time to wait for a result before the job is named instead [s]. */
const usualWait = 2;
const mostWait = 60;

const headersSchema = Type.Object({
  prefer: Type.Optional(
    Type.String({
      description: `\`wait=N\`: how many seconds, 0 to ${mostWait}, to wait for the result before the job is answered instead; ${usualWait} unless stated (RFC 7240)`,
    }),
  ),
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,100}$',
      description: 'Sent again with the same request, the same job answers',
    }),
  ),
});

/** Everything that can be worked out, each a job: short work is answered at once, long work with a job to follow. */
export const studyRoutes: FastifyPluginAsyncTypebox<StudyOptions> = async (app, { jobs, readScenario }) => {
  for (const [name, study] of Object.entries(studies)) {
    app.post(`/${name}`, {
      config: { access: 'compute' },
      schema: {
        operationId: name,
        summary: study.summary,
        description: `The result is that of \`kept ${name} --json\`, byte for byte but for spaces.`,
        tags: ['Studies'],
        headers: headersSchema,
        body: bodyOf(study.files, study.options),
        response: {
          200: { description: 'The result', content: { 'application/json': { schema: {} } } },
          202: { ...jobSchema, description: 'It takes longer: the job, which `Location` names as well' },
          409: refusal(409, 'The Idempotency-Key was used for another request.'),
          422: refusal(422, 'The scenario has problems, or more is asked than is done here.'),
        },
      },
      handler: async (request, reply) => {
        const work = await readWork(name as StudyName, request.body as Body, readScenario);
        const job = submit(jobs, request, work);
        await Promise.race([job.ended, pause(readWait(request))]);
        return answer(job, reply);
      },
    });
  }
};

type Body = Record<string, unknown>;

function bodyOf(files: keyof typeof fileProperties, options: TObject) {
  return Type.Object({ ...fileProperties[files], ...options.properties }, { additionalProperties: false });
}

async function readWork(
  study: StudyName,
  { scenario, scenarios, before, after, ...options }: Body,
  readScenario: StudyOptions['readScenario'],
): Promise<JobWork> {
  const references = (scenarios ?? [scenario, before, after]) as (FileReference | undefined)[];
  const given = references.filter((reference) => reference !== undefined);
  const files = await Promise.all(given.map((reference) => readFile(reference, readScenario)));
  return { study, files, options };
}

async function readFile({ text, file, name }: FileReference, readScenario: StudyOptions['readScenario']) {
  if ((text === undefined) === (file === undefined))
    throw new HttpError(400, 'A scenario is given either as `text` or as the `file` that is kept here.');
  if (file !== undefined) {
    if (!readScenario) throw new HttpError(404, 'No scenarios are kept here; send the text.');
    return { name: file, text: await readScenario(file) };
  }
  return { name: name ?? 'scenario', text: text! };
}

function submit(jobs: Jobs, request: FastifyRequest, work: JobWork): Job {
  const key = request.headers['idempotency-key'] as string | undefined;
  try {
    return jobs.submit({ owner: callerName(request), work, ...(key !== undefined && { key }) });
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    const status = { stopping: 503, 'queue-full': 503, 'client-full': 429, 'key-reused': 409 }[error.why];
    const headers = error.retryAfter === undefined ? {} : { 'retry-after': `${error.retryAfter}` };
    throw new HttpError(status, error.message, { headers });
  }
}

function readWait({ headers }: FastifyRequest): number {
  const written = /(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/.exec(`${headers.prefer ?? ''}`)?.[1];
  return written === undefined ? usualWait : Math.min(Number(written), mostWait);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());
}

function answer(job: Job, reply: FastifyReply): FastifyReply {
  reply.header('location', `/api/jobs/${job.id}`);
  if (job.state === 'queued' || job.state === 'running') return reply.code(202).send(describeJob(job));
  return reply.code(200).type('application/json; charset=utf-8').send(resultOf(job));
}
