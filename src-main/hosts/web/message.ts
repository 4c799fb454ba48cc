import { nestsTooDeep } from '@core/json-depth'

/** One call as a window sends it. The answer carries its id back. */
export interface Message {
  readonly id: number | string
  readonly name: unknown
  readonly input: unknown
  /** Names a call that must not be made twice: asked again after a cut, it gets the answer of the first time. */
  readonly once?: string
}

const longestId = 64

/** Undefined for everything that is no call: not JSON, nested as no call is, without an id that is a number or a short text. */
export function messageOf(text: string): Message | undefined {
  if (nestsTooDeep(text)) return undefined
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('id' in message)) return undefined
    const { id } = message
    // `1e999` is a number to JSON, and null in the answer.
    const short = typeof id === 'string' ? id.length <= longestId : Number.isFinite(id)
    if ((typeof id !== 'number' && typeof id !== 'string') || !short) return undefined
    const once = 'once' in message ? message.once : undefined
    if (once !== undefined && (typeof once !== 'string' || once.length > longestId))
      return undefined
    return {
      id,
      name: 'name' in message ? message.name : undefined,
      input: 'input' in message ? message.input : undefined,
      ...(once === undefined ? {} : { once }),
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
