// Starts a program inside Wine by the agent there, and stands for it here: its input, output, errors and exit code.
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

const [, , port, request] = process.argv
const socket = connect(Number(port), '127.0.0.1')
const tell = (message) => socket.write(`${JSON.stringify(message)}\n`)

socket.on('error', (error) => {
  console.error(String(error))
  process.exitCode = 127
})
tell({ start: JSON.parse(request) })
process.stdin.on('data', (bytes) => tell({ input: bytes.toString('base64') }))
process.stdin.on('end', () => tell({ end: true }))
process.on('SIGTERM', () => tell({ stop: true }))
createInterface({ input: socket }).on('line', (line) => {
  const { out, err, code } = JSON.parse(line)
  if (out !== undefined) process.stdout.write(Buffer.from(out, 'base64'))
  if (err !== undefined) process.stderr.write(Buffer.from(err, 'base64'))
  if (code === undefined) return
  process.exitCode = code ?? 1
  process.stdin.destroy()
})
