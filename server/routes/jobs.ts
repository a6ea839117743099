import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerName } from '../access/require-token.ts';
import { refusal } from '../api-description.ts';
import { streamEvents } from '../jobs/event-stream.ts';
import type { Job } from '../jobs/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { HttpError } from '../problems.ts';

export const jobSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    study: Type.String({ description: 'What is worked out' }),
    state: Type.Union([
      Type.Literal('queued'),
      Type.Literal('running'),
      Type.Literal('done'),
      Type.Literal('refused'),
      Type.Literal('failed'),
      Type.Literal('cancelled'),
    ]),
    created: Type.String({ format: 'date-time' }),
    progress: Type.Union([
      Type.Object({
        words: Type.String({ description: 'Such as 120 of 1000 draws' }),
        done: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
          description: 'Share done; null where it is not known',
        }),
        secondsLeft: Type.Union([Type.Number(), Type.Null()]),
      }),
      Type.Null(),
    ]),
    reason: Type.Union([Type.String(), Type.Null()], {
      description: 'Why it was refused, failed or was cancelled',
    }),
    result: Type.Union([Type.String(), Type.Null()], { description: 'Where its result is, once it is done' }),
    events: Type.String({ description: 'Where its server-sent events are' }),
  },
  { description: 'Work that was asked for' },
);

export interface JobRouteOptions {
  readonly jobs: Jobs;
  /** Readers of events at the same time. */
  readonly mostReaders: number;
}

const idSchema = Type.Object({ id: Type.String({ maxLength: 100 }) });
const noSuchJob = { 404: refusal(404, 'There is no such job, or its time is over.') };

/** Jobs: how far they are, what they came to, and their end. */
export const jobRoutes: FastifyPluginAsyncTypebox<JobRouteOptions> = async (app, { jobs, mostReaders }) => {
  let readers = 0;

  app.get('/jobs', {
    config: { access: 'read' },
    schema: {
      operationId: 'listJobs',
      summary: 'Your jobs, newest first',
      tags: ['Jobs'],
      response: { 200: Type.Object({ jobs: Type.Array(jobSchema) }, { description: 'Your jobs' }) },
    },
    handler: async (request) => ({ jobs: jobs.of(callerName(request)).map(describeJob) }),
  });

  app.get('/jobs/:id', {
    config: { access: 'read' },
    schema: {
      operationId: 'getJob',
      summary: 'How far a job is',
      tags: ['Jobs'],
      params: idSchema,
      response: { 200: jobSchema, ...noSuchJob },
    },
    handler: async (request) => describeJob(requireJob(jobs, request, request.params.id)),
  });

  app.get('/jobs/:id/result', {
    config: { access: 'read' },
    schema: {
      operationId: 'getJobResult',
      summary: 'What a job came to',
      tags: ['Jobs'],
      params: idSchema,
      response: {
        200: { description: 'The result', content: { 'application/json': { schema: {} } } },
        ...noSuchJob,
        409: refusal(409, 'It has not ended.'),
        410: refusal(410, 'It was cancelled.'),
        422: refusal(422, 'The scenario has problems, or more is asked than is done here.'),
      },
    },
    handler: async (request, reply) => {
      const result = resultOf(requireJob(jobs, request, request.params.id));
      return reply.type('application/json; charset=utf-8').send(result);
    },
  });

  app.get('/jobs/:id/events', {
    config: { access: 'read' },
    schema: {
      operationId: 'followJob',
      summary: 'What happens to a job, as server-sent events',
      description:
        'Events `state`, `progress` and `partial` (the result so far). With `Last-Event-ID` only later ones. The stream ends with the job.',
      tags: ['Jobs'],
      params: idSchema,
      response: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...noSuchJob,
      },
    },
    handler: async (request, reply) => {
      const job = requireJob(jobs, request, request.params.id);
      if (readers >= mostReaders) {
        const detail = `${readers} readers follow jobs, which is the most. Ask for the job itself now and then.`;
        throw new HttpError(503, detail, { headers: { 'retry-after': '10' } });
      }
      reply.hijack();
      readers++;
      const { raw } = reply;
      const set = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
      raw.writeHead(200, {
        ...(Object.fromEntries(set) as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      });
      const after = Number(/^\d{1,9}$/.exec(`${request.headers['last-event-id'] ?? ''}`)?.[0] ?? 0);
      await streamEvents(job.events, after, raw).finally(() => readers--);
    },
  });

  app.delete('/jobs/:id', {
    config: { access: 'compute' },
    schema: {
      operationId: 'removeJob',
      summary: 'Cancels a job, or forgets one that has ended',
      tags: ['Jobs'],
      params: idSchema,
      response: { 204: Type.Null({ description: 'It is done.' }), ...noSuchJob },
    },
    handler: async (request, reply) => {
      jobs.remove(requireJob(jobs, request, request.params.id));
      return reply.code(204).send(null);
    },
  });
};

/** Jobs of others are not there. */
function requireJob(jobs: Jobs, request: FastifyRequest, id: string): Job {
  const job = jobs.find(id);
  if (job && job.owner === callerName(request)) return job;
  throw new HttpError(404, 'There is no such job. Results are kept for a while only; ask for it anew.');
}

export function describeJob(job: Job): Static<typeof jobSchema> {
  const { id, study, state, created, progress, refusal, reason } = job;
  const path = `/api/jobs/${id}`;
  return {
    ...{ id, study, state, created: created.toISOString(), progress },
    reason: refusal?.detail ?? reason,
    result: state === 'done' ? `${path}/result` : null,
    events: `${path}/events`,
  };
}

/** JSON text of the result. Error  HttpError that says why there is none */
export function resultOf({ state, result, refusal, reason }: Job): string {
  if (result !== null) return result;
  if (refusal) {
    const { code, detail, problems = [] } = refusal;
    const items = problems.map(({ code, file, line, column, path, message }) => ({
      ...{ code, message, file, line, column, path },
    }));
    throw new HttpError(422, detail, { problems: items.length > 0 ? items : [{ code, message: detail }] });
  }
  if (state === 'failed') throw new HttpError(500, reason ?? '');
  if (state === 'cancelled') throw new HttpError(410, reason ?? '');
  throw new HttpError(409, 'The job has not ended. Follow its events, or ask again.');
}
