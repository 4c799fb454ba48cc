import { describedCalls, describedEvents, namedTypes } from './described'
import { commentOf, typescriptOf } from './typescript-of'

/** The contract in TypeScript: every named type, `Calls` and `Events`; `more`: further lines of `Events`. */
export function contractDeclarations(more: readonly string[] = []): string {
  const named = Object.entries(namedTypes()).flatMap(([name, schema]) => [
    ...commentOf(schema, ''),
    `export type ${name} = ${typescriptOf(schema)}`,
  ])
  const calls = describedCalls().flatMap(({ name, comment, input, optional, answer }) => [
    `  /** ${comment} */`,
    `  '${name}': {`,
    `    input: ${input ? typescriptOf(input, '    ') : 'undefined'}${input && optional ? ' | undefined' : ''}`,
    `    answer: ${answer ? typescriptOf(answer, '    ') : 'undefined'}`,
    '  }',
  ])
  const events = describedEvents().flatMap(({ name, comment, value }) => [
    `  /** ${comment} */`,
    `  ${name}: ${typescriptOf(value, '  ')}`,
  ])
  return [
    ...named,
    '\n/** Every call by its name. */\nexport interface Calls {',
    ...calls,
    '}',
    '\n/** Every event by its name. */\nexport interface Events {',
    ...events,
    ...more,
    '}',
  ].join('\n')
}
