import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { printJson } from './output'

/** One JSON object out for each line in, in order, as soon as it is there; a bad or empty line is answered and the filter goes on. */
export async function filterLines<S extends z.ZodType>(
  schema: S,
  answer: (input: z.output<S>) => object,
): Promise<void> {
  let first = true
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    // Some editors and shells put a byte order mark before the first line.
    await printJson(answered(schema, answer, first ? line.replace(/^\ufeff/, '') : line))
    first = false
  }
}

function answered<S extends z.ZodType>(
  schema: S,
  answer: (input: z.output<S>) => object,
  line: string,
): object {
  const json = parsed(line)
  if ('error' in json) return json
  const id = idOf(json.value)
  const input = schema.safeParse(json.value)
  if (!input.success) {
    const places = input.error.issues.map(
      (issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`,
    )
    return { ...id, error: places.join('; ') }
  }
  return answer(input.data)
}

function parsed(line: string): { value: unknown } | { error: string } {
  if (line.trim() === '') return { error: 'not JSON: the line is empty' }
  try {
    return { value: JSON.parse(line) }
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** The id goes back with an error too, so that the caller knows which line it was. */
function idOf(value: unknown): object {
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {}
}
