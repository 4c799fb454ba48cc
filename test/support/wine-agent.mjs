// Runs inside Wine for as long as a test file does. Wine takes no pipe of Linux for a pipe, so each program is started from
// here, with pipes as Windows makes them, and a socket carries what goes through them.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

const [, , portFile] = process.argv

/** One connection, one program: a line of JSON for each piece. */
const server = createServer((socket) => {
  const tell = (message) => socket.write(`${JSON.stringify(message)}\n`)
  let child
  createInterface({ input: socket }).on('line', (line) => {
    const { start, input, end, stop } = JSON.parse(line)
    if (start) child = begun(start, tell, socket)
    if (input !== undefined) child?.stdin.write(Buffer.from(input, 'base64'))
    if (end) child?.stdin.end()
    if (stop) child?.kill()
  })
  socket.on('error', () => child?.kill())
  socket.on('close', () => child?.kill())
})

function begun({ program, args, env, cwd }, tell, socket) {
  const child = spawn(program ?? process.execPath, args, { env: { ...process.env, ...env }, cwd })
  child.stdin.on('error', () => undefined)
  child.stdout.on('data', (bytes) => tell({ out: bytes.toString('base64') }))
  child.stderr.on('data', (bytes) => tell({ err: bytes.toString('base64') }))
  child.on('error', (error) => {
    tell({ err: Buffer.from(String(error)).toString('base64') })
    socket.end(`${JSON.stringify({ code: 127 })}\n`)
  })
  child.on('close', (code) => socket.end(`${JSON.stringify({ code })}\n`))
  return child
}

server.listen(0, '127.0.0.1', () => writeFileSync(portFile, String(server.address().port)))
