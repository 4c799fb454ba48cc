import { Fault, faultRows, type FaultCode } from '@core/fault'
import { calls, type CallError, type CallName, type Handlers, type Reply } from './contract'
import { inputMistakes } from './input-words'
import { quoted } from '@core/words'
import { noSuchCall } from './words'

export const isCall = (name: string): name is CallName => Object.hasOwn(calls, name)

/** An error in the form that crosses to a window. */
export function callError(error: unknown): CallError {
  const fault =
    error instanceof Fault
      ? error
      : new Fault('internal', quoted(error instanceof Error ? error.message : String(error)), {
          cause: error,
        })
  return {
    code: fault.code,
    detail: fault.detail,
    ...(fault.said.ja === fault.said.en ? {} : { said: fault.said }),
    meaning: fault.row.meaning,
    tries: fault.row.tries,
  }
}

/** The same error as an error again. */
export function faultOf({
  code,
  detail,
  said,
}: Pick<CallError, 'code' | 'detail' | 'said'>): Fault {
  const known = Object.hasOwn(faultRows, code) ? (code as FaultCode) : 'internal'
  return new Fault(known, said ?? quoted(detail))
}

/** Enough to find a slip of the pen in; what is longer, or no text, was never meant as a name. */
const mostOfName = 64

function shown(name: unknown): string {
  if (typeof name !== 'string')
    return name === undefined || name === null ? String(name) : typeof name
  return JSON.stringify(name.length > mostOfName ? `${name.slice(0, mostOfName)}…` : name)
}

/** Carries out one call from outside: the name and the input are checked before a handler sees them. */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    if (typeof name !== 'string' || !isCall(name))
      throw new Fault('bad-input', noSuchCall(shown(name)))
    const parsed = calls[name].input.safeParse(input)
    if (!parsed.success)
      throw new Fault('bad-input', inputMistakes(calls[name].input, input) ?? quoted(''))
    // The table pairs each name with its own input; the compiler cannot follow that through an index.
    const handler = handlers[name] as (input: unknown) => Promise<unknown>
    return { ok: true, value: await handler(parsed.data) }
  } catch (error) {
    return { ok: false, error: callError(error) }
  }
}
