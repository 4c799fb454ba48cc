import { version } from '../version'
import { describedCalls, namedTypes, type DescribedCall } from './described'
import { problemTypes } from './problem'

const json = (schema: object) => ({ 'application/json': { schema } })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const problemSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457), in the language of Accept-Language: en or ja.',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string', description: 'What this kind of fault means.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was seen this time.' },
    code: { type: 'string', description: 'The kind of fault; it never changes with the language.' },
    tries: { type: 'array', items: { type: 'string' }, description: 'What to try.' },
  },
  required: ['type', 'title', 'status', 'code', 'tries'],
}

/** The calls of the contract as OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1). */
export function openApi(): object {
  const paths = describedCalls().map((call) => [
    `/api/calls/${call.name}`,
    { post: operation(call) },
  ])
  return {
    openapi: '3.1.1',
    info: {
      title: 'Modem Bench',
      version,
      description:
        'Two slots, each with a port and the modem on it. Every call of the window is here; what happens is told at /api/events (asyncapi.json).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made by "modem-bench token new NAME --role read".',
        },
      },
      responses: Object.fromEntries(
        Object.entries(problemTypes).map(([status, meaning]) => [
          `Problem${status}`,
          problem(meaning),
        ]),
      ),
      schemas: { ...namedTypes(), Problem: problemSchema },
    },
  }
}

function operation({ name, comment, role, input, optional, answer }: DescribedCall): object {
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: comment,
    'x-role': role,
    ...(input ? { requestBody: { required: !optional, content: json(input) } } : {}),
    responses: {
      ...(answer
        ? { 200: { description: 'The answer.', content: json(answer) } }
        : { 204: { description: 'Done.' } }),
      ...Object.fromEntries(
        Object.keys(problemTypes).map((status) => [
          status,
          { $ref: `#/components/responses/Problem${status}` },
        ]),
      ),
    },
  }
}
