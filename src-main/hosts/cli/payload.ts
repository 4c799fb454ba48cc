import { readFile } from 'node:fs/promises'
import { Fault, type AtAnswer, type Payload } from '@contract'
import { fileFault } from '../file-fault'
import type { CommandBench } from './on-bench'
import { hexExpected, withoutPayload } from './words'

/** `TEXT`, `@FILE` or `hex:0d0a1a` as they are sent after a prompt; octets in hex get no Ctrl-Z of ours. */
export async function payloadFrom(text: string): Promise<Payload> {
  if (text.startsWith('hex:'))
    return { base64: octetsOfHex(text.slice(4)).toString('base64'), asIs: true }
  const octets = text.startsWith('@') ? await fileOf(text.slice(1)) : Buffer.from(text, 'utf8')
  return { base64: octets.toString('base64') }
}

function octetsOfHex(text: string): Buffer {
  const digits = text.replaceAll(/[\s:]/g, '')
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) throw new Fault('bad-input', hexExpected(text))
  return Buffer.from(digits, 'hex')
}

async function fileOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw fileFault(`--payload @${path}`, error)
  }
}

interface Sending {
  readonly text: string
  readonly timeoutMs: number | undefined
  /** What is left for prompts, in order; a prompt takes the first. */
  readonly payloads: Payload[]
}

/** Sends a command; at its prompt the next payload, or, where none is left, ESC. */
export async function sendWithPayload(
  { call, slot, state }: CommandBench,
  { text, timeoutMs, payloads }: Sending,
): Promise<AtAnswer> {
  let why: Fault | undefined
  const answerPrompt = async (): Promise<void> => {
    const payload = payloads.shift()
    try {
      if (!payload) throw new Fault('at-prompt', withoutPayload(text))
      await call('at.give', { slot, payload })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      why = error
      await call('at.leave', { slot })
    }
  }
  let answering: Promise<void> | undefined
  const unwatch = state.on(({ prompt }) => {
    if (prompt) answering ??= answerPrompt()
  })
  try {
    const answer = await call('at.send', { slot, text, awaitSecond: true, timeoutMs })
    await answering
    return answer
  } catch (error) {
    await answering
    throw why ?? error
  } finally {
    unwatch()
  }
}
