import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { faultCode } from '@core/fault'
import { captureOpener } from '@platform/capture/open-capture'
import { fileStore } from '@platform/store/file-store'
import { lockFile } from '@platform/store/lock-file'
import { ownStart } from '@platform/store/process-start'

// Bundled and run inside Wine by files.test.ts: what no command shows of files, locks and pipes, as one line of JSON.
const folder = join(process.argv[2] ?? '.', 'ロック 1')
mkdirSync(folder, { recursive: true })

const refusalOf = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(`${path}.lock`, text)
  return lockFile(path, 'journal-in-use').then(
    (release) => release().then(() => 'taken over'),
    (error: unknown) => `${faultCode(error)}: ${error instanceof Error ? error.message : ''}`,
  )
}

/** The numbers of holders seen after races of two to four for a fresh lock and for one of a dead process. */
async function races(count: number): Promise<number[]> {
  const seen = new Set<number>()
  for (let race = 0; race < count; race++) {
    const path = join(folder, `race${race}`)
    if (race % 2 === 0) writeFileSync(`${path}.lock`, `999999996 0 stale${race}`)
    const asked = Array.from({ length: 2 + (race % 3) }, () => lockFile(path, 'journal-in-use'))
    const answers = await Promise.allSettled(asked)
    const won = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    seen.add(won.length)
    for (const release of won) await release()
  }
  return [...seen]
}

/** Settings written while somebody reads them all the time. */
async function settings(): Promise<string | undefined> {
  const store = fileStore(folder)
  const texts = Array.from({ length: 40 }, (_, number) => `{"版":${number}}`)
  let reading = true
  const reader = (async () => {
    while (reading) await store.read('settings.json')
  })()
  for (const text of texts) await store.write('settings.json', text)
  reading = false
  await reader
  return store.read('settings.json')
}

/** What Wireshark would get from the pipe. */
async function captured(): Promise<{ path: string; bytes: string }> {
  const open = captureOpener(folder, () => Date.UTC(2026, 0, 31))
  const options = { way: 'pipe', name: 'slot-a', onChange: () => undefined } as const
  const sink = await open({ ...options, head: () => Uint8Array.of(1, 2) })
  const reader = connect(sink.path)
  const gathered: Buffer[] = []
  reader.on('data', (bytes: Buffer) => gathered.push(bytes))
  await once(reader, 'connect')
  sink.write(Uint8Array.of(3, 4))
  while (Buffer.concat(gathered).length < 4) await once(reader, 'data')
  await sink.close()
  return { path: sink.path, bytes: Buffer.concat(gathered).toString('hex') }
}

/** Captures to a file: their names hold a time, which may have no colon here. */
async function captureFile(): Promise<string> {
  const open = captureOpener(folder, () => Date.UTC(2026, 0, 31))
  const sink = await open({
    way: 'file',
    name: 'slot-b',
    onChange: () => undefined,
    head: () => Uint8Array.of(1),
  })
  await sink.close()
  return readdirSync(join(folder, 'captures')).join(' ')
}

const start = await ownStart()
console.log(
  JSON.stringify({
    stale: await refusalOf('stale', `999999996 ${start} 0123456789ab`),
    torn: await refusalOf('torn', 'rubbish'),
    // Wine has no PowerShell to say since when a process runs.
    living: await refusalOf('living', `${process.ppid} ${start} 0123456789ab`),
    reused: await refusalOf('reused', `${process.pid} ${Number(start) - 60_000} 0123456789ab`),
    holders: await races(100),
    settings: await settings(),
    pipe: await captured(),
    file: await captureFile(),
  }),
)
