import type { Readable, Writable } from 'node:stream'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  ErrorCode,
  JSONRPCMessageSchema,
  RequestIdSchema,
  type JSONRPCMessage,
} from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { mostFileOctets } from '@contract'
import { nestsTooDeep } from '@core/json-depth'
import { BoundedLines, type Line } from './bounded-lines'
import { lineTooLong, messageTooDeep, noJson, noMessage } from './words'

/** A file for a modem in Base64, with the call around it: as a window may send. */
export const mostLineOctets = (mostFileOctets * 4) / 3 + 64 * 1024

interface Refusal {
  /** Null: whose request it was could not be read (JSON-RPC 2.0, section 5). */
  readonly id: string | number | null
  readonly error: { readonly code: ErrorCode; readonly message: string }
}

/**
 * Messages a line each, as the kit's own transport for standard input and output; but a line that is too long, nests too deep or is no
 * message is answered by an error, costs no more than its octets, and the next one is read: it holds up neither the ports nor the client.
 */
export class BoundedTransport implements Transport {
  onmessage?: NonNullable<Transport['onmessage']>
  onclose?: () => void
  onerror?: (error: Error) => void
  readonly #input: Readable
  readonly #output: Writable
  readonly #lines = new BoundedLines(mostLineOctets)
  readonly #take = (data: Buffer): void => {
    for (const line of this.#lines.take(data)) this.#read(line)
  }

  constructor(input: Readable, output: Writable) {
    this.#input = input
    this.#output = output
  }

  start(): Promise<void> {
    this.#input.on('data', this.#take)
    return Promise.resolve()
  }
  send(message: JSONRPCMessage): Promise<void> {
    return this.#write(message)
  }
  close(): Promise<void> {
    this.#input.off('data', this.#take)
    this.#input.pause()
    this.onclose?.()
    return Promise.resolve()
  }

  #read(line: Line): void {
    if ('text' in line && line.text.trim() === '') return
    const read = messageIn(line)
    if ('refused' in read) void this.#write({ jsonrpc: '2.0', ...read.refused })
    else this.onmessage?.(read.message)
  }
  async #write(message: object): Promise<void> {
    if (this.#output.write(`${JSON.stringify(message)}\n`)) return
    await new Promise<void>((resolve) => this.#output.once('drain', resolve))
  }
}

function messageIn(line: Line): { message: JSONRPCMessage } | { refused: Refusal } {
  if ('tooLong' in line)
    return refused(ErrorCode.InvalidRequest, lineTooLong(line.tooLong, mostLineOctets))
  if (nestsTooDeep(line.text)) return refused(ErrorCode.InvalidRequest, messageTooDeep)
  try {
    const value: unknown = JSON.parse(line.text)
    const { data } = JSONRPCMessageSchema.safeParse(value)
    return data ? { message: data } : refused(ErrorCode.InvalidRequest, noMessage, askerOf(value))
  } catch (error) {
    if (error instanceof SyntaxError) return refused(ErrorCode.ParseError, noJson)
    throw error
  }
}

const request = z.object({ method: z.unknown(), id: RequestIdSchema })

/** Of what was meant as a request; an answer to one of ours must not be answered. */
function askerOf(value: unknown): string | number | null {
  const { data } = request.safeParse(value)
  return data && data.method !== undefined ? data.id : null
}

const refused = (code: ErrorCode, message: string, id: string | number | null = null) => ({
  refused: { id, error: { code, message } } satisfies Refusal,
})
