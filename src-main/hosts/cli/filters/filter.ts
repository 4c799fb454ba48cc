import { StringDecoder } from 'node:string_decoder'
import type { z } from 'zod'
import { harmlessJson } from '@contract'
import { write } from '../output'

/** A line may be this long; a longer one is answered and left out, so that it need not fit into memory. */
const longestLine = 16 * 1024 * 1024

const pieceChars = 65_536

/**
 * One JSON object out for each line in, in order; a bad or empty line is answered and the filter goes on. Lines that came
 * together are answered together, as soon as no more of them is at hand.
 */
export async function filterLines<S extends z.ZodType>(
  schema: S,
  answer: (input: z.output<S>) => object,
): Promise<void> {
  for await (const lines of linesOf(process.stdin)) {
    let piece = ''
    for (const line of lines) {
      piece += `${harmlessJson(line === undefined ? tooLong : answered(schema, answer, line))}\n`
      if (piece.length < pieceChars) continue
      await write(piece)
      piece = ''
    }
    if (piece !== '') await write(piece)
  }
}

const tooLong = {
  error: `the line is longer than ${longestLine / 1024 / 1024} MiB; give each exchange a line of its own`,
}

/** Lines without their ends, as they come; undefined for one that is too long. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>) {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  let length = 0
  let first = true
  const take = (last: string) => {
    const whole = length + last.length > longestLine ? undefined : pieces.join('') + last
    // Some editors and shells put a byte order mark before the first line.
    const line = first ? whole?.replace(/^\ufeff/, '') : whole
    pieces = []
    length = 0
    first = false
    return line?.replace(/\r$/, '')
  }
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))
    const lines: (string | undefined)[] = []
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      lines.push(take(text.slice(at, end)))
      at = end + 1
    }
    yield lines
    length += text.length - at
    if (length > longestLine) pieces = []
    else if (at < text.length) pieces.push(text.slice(at))
  }
  const rest = decoder.end()
  if (length > 0 || rest !== '') yield [take(rest)]
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
