import { spawn } from 'node:child_process'

// Runs `npm start` as a newcomer does and looks at what it opens: the page in the browser, or the window through its
// inspector. Prints a line "SEEN …" and ends with 0 when the bench was there and Ctrl-C ended it.

const inspector = 9000 + (process.pid % 900)
const hasDisplay = Boolean(process.env.DISPLAY)
const args = hasDisplay ? ['--', `--remote-debugging-port=${inspector}`] : []
const netMs = 15 * 60_000

const child = spawn('npm', ['start', ...args], {
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: true,
})
let said = ''
for (const stream of [child.stdout, child.stderr])
  stream.on('data', (text) => {
    said += text
    process.stdout.write(text)
  })
const ended = new Promise((resolve) => child.once('exit', resolve))
let over = false
void ended.then(() => (over = true))

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function title() {
  try {
    if (hasDisplay) {
      const pages = await (await fetch(`http://127.0.0.1:${inspector}/json`)).json()
      return pages.find(({ type }) => type === 'page')?.title
    }
    const address = /https?:\/\/\S+/.exec(said.replaceAll(/.*npm.*\n/g, ''))?.[0]
    if (address === undefined) return undefined
    return /<title>([^<]*)/.exec(await (await fetch(address)).text())?.[1]
  } catch {
    // Not there yet.
    return undefined
  }
}

let seen
for (const until = Date.now() + netMs; !over && Date.now() < until && !seen; await pause(250))
  seen = await title()

if (seen) {
  // Ctrl-C goes to the whole group of a terminal.
  process.kill(-child.pid, 'SIGINT')
  const code = await ended
  console.log(`SEEN ${hasDisplay ? 'a window' : 'a page'} "${seen}", ended by Ctrl-C (${code})`)
} else {
  const words = said.trim().split('\n').at(-1)
  console.log(`SEEN nothing opened: ${words}`)
  if (!over) process.kill(-child.pid, 'SIGKILL')
}
process.exit(seen ? 0 : 1)
