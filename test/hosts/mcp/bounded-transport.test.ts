import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { BoundedLines } from '@hosts/mcp/bounded-lines'
import { BoundedTransport, mostLineOctets } from '@hosts/mcp/bounded-transport'

const linesOf = (lines: BoundedLines, text: string) => [...lines.take(Buffer.from(text))]

describe('lines', () => {
  test('are the same wherever the octets are cut', () => {
    const text = 'é1\r\n\n' + 'x'.repeat(9) + '\nlast\n'
    const whole = linesOf(new BoundedLines(8), text)
    expect(whole).toEqual([{ text: 'é1' }, { text: '' }, { tooLong: 9 }, { text: 'last' }])
    const octets = Buffer.from(text)
    for (let cut = 0; cut <= octets.length; cut++) {
      const lines = new BoundedLines(8)
      const both = [...lines.take(octets.subarray(0, cut)), ...lines.take(octets.subarray(cut))]
      expect(both).toEqual(whole)
    }
  })

  test('that are too long are not kept, and told once at their end', () => {
    const lines = new BoundedLines(8)
    for (let i = 0; i < 1000; i++) expect(linesOf(lines, 'x'.repeat(1000))).toEqual([])
    expect(linesOf(lines, '\nok\n')).toEqual([{ tooLong: 1_000_000 }, { text: 'ok' }])
  })
})

describe('a client', () => {
  let stdin: PassThrough
  let stdout: PassThrough
  let heard: JSONRPCMessage[]
  let said: string
  beforeEach(async () => {
    stdin = new PassThrough()
    stdout = new PassThrough()
    heard = []
    said = ''
    stdout.on('data', (piece: Buffer) => (said += piece.toString('utf8')))
    const transport = new BoundedTransport(stdin, stdout)
    transport.onmessage = (message) => heard.push(message)
    await transport.start()
  })
  afterEach(() => stdin.destroy())

  const ping: JSONRPCMessage = { jsonrpc: '2.0', id: 7, method: 'ping' }
  /** What was answered, once the ping behind it was heard. */
  async function after(...pieces: readonly string[]): Promise<unknown[]> {
    for (const piece of pieces) stdin.write(piece)
    stdin.write(`\n${JSON.stringify(ping)}\n`)
    await expect.poll(() => heard.at(-1)).toEqual(ping)
    return said
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line))
  }
  const refused = (code: number, words: string, id: unknown = null) => ({
    jsonrpc: '2.0',
    id,
    error: { code, message: expect.stringContaining(words) },
  })

  test('that says more in a line than a file holds is told so, and heard on', async () => {
    const quarter = 'x'.repeat(mostLineOctets / 4)
    const answers = await after('{"jsonrpc":"2.0","id":1,"method":"', ...Array(5).fill(quarter))
    expect(answers).toEqual([refused(-32600, `at most ${mostLineOctets}`)])
  })

  test('that nests deep is told so, and heard on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const answers = await after(`{"jsonrpc":"2.0","id":1,"method":"ping","params":${deep}}`)
    expect(answers).toEqual([refused(-32600, 'nests deeper')])
  })

  test.each([
    ['{"jsonrpc":"2.0","id":1', refused(-32700, 'no JSON')],
    ['{"jsonrpc":"1.0","id":"a","method":"ping"}', refused(-32600, 'no message', 'a')],
    ['{"jsonrpc":"2.0","id":{},"method":"ping"}', refused(-32600, 'no message')],
    // An answer to a request of ours.
    ['{"jsonrpc":"2.0","id":1,"result":5,"error":6}', refused(-32600, 'no message')],
    ['7', refused(-32600, 'no message')],
  ])('that says %s is told so, and heard on', async (line, answer) => {
    expect(await after(line)).toEqual([answer])
  })

  test('may leave lines empty', async () => {
    expect(await after('\n\r\n  \n')).toEqual([])
  })
})
