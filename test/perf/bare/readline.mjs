import console from 'node:console'
import process from 'node:process'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

let characters = 0
const input = createReadStream(process.argv[2])
for await (const line of createInterface({ input, crlfDelay: Infinity })) characters += line.length
console.log(characters)
