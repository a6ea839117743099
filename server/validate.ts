import { Ajv, type AnySchema } from 'ajv';
import type { FastifyInstance } from 'fastify';

/**
 * Checks what was sent against the schema of its route. A body is taken as it is: "10" is no number, and a property too
 * many is a mistake. Queries and paths are text, so there "10" is one.
 */
export function validateRequests(app: FastifyInstance): void {
  let validators: { readonly body: Ajv; readonly text: Ajv } | undefined;
  app.setValidatorCompiler<AnySchema>(({ schema, httpPart }) => {
    // Not before the first route is made ready: by then all shared schemas are known.
    validators ??= createValidators(Object.values(app.getSchemas()) as AnySchema[]);
    return (httpPart === 'body' ? validators.body : validators.text).compile(schema);
  });
}

function createValidators(schemas: AnySchema[]) {
  const options = { allErrors: true, useDefaults: true, schemas };
  return { body: new Ajv(options), text: new Ajv({ ...options, coerceTypes: 'array' }) };
}
