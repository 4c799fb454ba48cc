// The least that a filter of JSON Lines does: reads each object and writes it again.
import { createInterface } from 'node:readline'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
  process.stdout.write(`${JSON.stringify(JSON.parse(line))}\n`)
