import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toldAlerts } from '@bench/alerts/alert-file'
import { KeptRows } from '@bench/settings/kept-rows'
import { remoteAddress, remoteToken } from '@bench/settings/remote-address'
import { Remotes } from '@bench/settings/remotes'
import { radioFamilies } from '@catalog/radio'
import { usbFamilies } from '@catalog/usb'
import { latin1 } from '@core/bytes'
import { activationCode } from '@core/esim/activation-code'
import { atRequest, atResponse } from '@core/esim/at-back-end'
import { lpacLine } from '@core/esim/lpac-lines'
import type { StartLpac } from '@core/ports/lpac'
import type { Store } from '@core/ports/store'
import { utf8 } from '@core/utf8'
import { TokenBook } from '@hosts/web/token-book'
import { Spool } from '@platform/mqtt/spool'
import { holdersFromLsof } from '@platform/serial/holders'
import { labgridPortIn } from '@platform/serial/labgrid'
import { ticksFromStat, timeFromPs, timeFromWmi } from '@platform/store/process-start'
import { z } from 'zod'
import { benchFixture } from '../../support/bench-fixture'
import { latin, octets } from '../corpus'
import { answered, must, type Target } from '../target'

const recorded = (path: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', path)))

/** What lpac prints instead of what it should, while a profile is downloaded. */
async function downloaded(bytes: Uint8Array): Promise<void> {
  const said = utf8(bytes).split('\n')
  const startLpac: StartLpac = async (_backEnd, _args, ask) => ({
    lines: (async function* () {
      for (const text of said) {
        const line = lpacLine(text)
        if (line.kind === 'apdu') await ask(line)
        else yield text
      }
    })(),
    interrupt: () => undefined,
    kill: () => undefined,
    ended: Promise.resolve(''),
  })
  const { ask, clock, end } = await benchFixture(1, {}, { startLpac })
  try {
    await ask('port.open', { slot: 'a', path: 'sim:sim7672#84?card=esim' })
    const code = 'LPA:1$server.example$ID'
    const done = ask('esim.download', { slot: 'a', code }).catch((error: unknown) => String(error))
    const answer = await clock.until(done, 3_600_000)
    must(!/internal|TypeError|RangeError/.test(JSON.stringify(answer)), JSON.stringify(answer))
  } finally {
    await end()
  }
}

/** A list on the disk: read, added to, and read again; nothing of what could not be read is lost. */
async function keptList(bytes: Uint8Array): Promise<void> {
  const text = utf8(bytes)
  const files = new Map([['list.json', text]])
  const store: Store = {
    read: async (name) => files.get(name),
    write: async (name, written) => void files.set(name, written),
  }
  let told = 0
  const row = z.looseObject({ modem: z.string(), before: z.string() })
  const rows = new KeptRows({ store, file: 'list.json', row, tell: () => told++ })
  const before = await rows.all()
  await rows.change((all) => [...all, { modem: 'new', before: 'x' }])
  must((await rows.all()).length === before.length + 1, 'a row was lost')
  must(told <= 1, 'told again')
  must(told === 0 || [...files.values()].includes(text), 'what could not be read is gone')
}

/** Files of ours as a damaged disk gives them back. */
async function keptFiles(bytes: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-fuzz-'))
  try {
    const queue = join(folder, 'mqtt-queue')
    writeFileSync(queue, bytes)
    const spool = await Spool.open(queue, {
      mostBytes: 10_000,
      onDisk: () => undefined,
      onSpoilt: () => undefined,
    })
    spool.add({ topic: 'a', text: 'b' })
    while (spool.first) spool.delivered()
    await spool.close()
    writeFileSync(join(folder, 'tokens.json'), bytes)
    await answered(async () => (await TokenBook.open(folder)).list())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One answer, as every setting of every family reads it, with what can be chosen and written then. */
function settingsOf(bytes: Uint8Array): void {
  const lines = latin1(bytes).split(/\r?\n/)
  const half = Math.ceil(lines.length / 2)
  const [answer, test] = [lines.slice(0, half), lines.slice(half)]
  for (const { items } of radioFamilies)
    for (const item of items) {
      item.offered?.(test)
      const value = item.read(answer, test)
      if (!value) continue
      const { list } = item.options({ value, test })
      for (const { id } of list.slice(0, 8)) {
        const commands = item.write([id], { value, test }) ?? []
        for (const command of commands)
          must(!/[\r\n\x1a]/.test(command), `a command with a line end: ${JSON.stringify(command)}`)
      }
    }
  for (const family of usbFamilies) family.read(lines)
}

const told = (text: string) => latin(text)

export const toolTargets: readonly Target[] = [
  {
    name: 'lines of lpac',
    corpus: [
      ...['download', 'refused'].map((name) => recorded(`support/fake-lpac/${name}.jsonl`)),
      ...told('AT+CCHO="A0000005591010FFFFFFFF8900000100"\nAT+CGLA=1,10,"81E2910003"\nAT+CCHC=1'),
    ],
    share: 2,
    run: (bytes) => {
      for (const line of utf8(bytes).split('\n')) {
        lpacLine(line)
        const request = atRequest(line.trim())
        if (request) atResponse(request.func, request.octets.length - 2, request.octets)
      }
    },
  },
  {
    name: 'download by lpac',
    corpus: ['download', 'refused'].map((name) => recorded(`support/fake-lpac/${name}.jsonl`)),
    share: 0.05,
    run: downloaded,
  },
  {
    name: 'activation code, address, token',
    corpus: latin(
      'LPA:1$server.example$ID-1$1.3.6.1.4.1.31746$1',
      'https://pi.local:8470/?token=abc',
      'a-token_of~characters.',
    ),
    share: 4,
    run: async (bytes) => {
      const text = utf8(bytes)
      const code = activationCode(text)
      must(!code || !/[\s$]/.test(code.server), `a server ${JSON.stringify(code?.server)}`)
      await answered(() => remoteAddress(text))
      await answered(() => remoteToken(text))
    },
  },
  {
    name: 'words of other programs',
    corpus: [
      recorded('platform/serial/labgrid/acquired.txt'),
      recorded('platform/serial/labgrid/not-acquired.txt'),
      ...latin(
        'p812\ncmodem\nn/dev/ttyUSB2\n',
        'Sat Nov 28 09:05:07 2026',
        '20261128090507.123456+540',
        '812 (a (b) c) S 1 812 812 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 12345 0',
      ),
    ],
    share: 2,
    run: async (bytes) => {
      const text = utf8(bytes)
      await answered(() => {
        const { port } = labgridPortIn(text, 'demo')
        must(Number.isInteger(port) && port > 0 && port < 65_536, `port ${port}`)
      })
      holdersFromLsof(text)
      ticksFromStat(text)
      timeFromPs(text)
      timeFromWmi(text)
    },
  },
  {
    name: 'alerts as YAML',
    corpus: latin(
      'alerts:\n  - name: gone\n    when: { port: gone }\n    do: { webhook: https://example.com/x }\n',
      'alerts: [{ name: a, when: { pattern: /^x/ }, do: { macro: m } }]',
      'a: *x',
    ),
    share: 0.5,
    run: (bytes) => answered(() => toldAlerts(utf8(bytes), { all: [{ id: 'm' }] })),
  },
  {
    name: 'list that is kept',
    corpus: latin('[{"modem":"a","before":"1","later":2},{"modem":7}]', '[]', '{"modem":"a"}'),
    share: 2,
    run: keptList,
  },
  {
    name: 'queue and tokens on the disk',
    corpus: [
      ...latin('+["a/b","{}"]\n+["c","d"]\n=1\n'),
      octets(
        JSON.stringify([
          {
            id: 'a1',
            name: 'rig',
            role: 'read',
            sha256: 'ab'.repeat(32),
            madeMs: 1,
            expiresMs: null,
          },
        ]),
      ),
    ],
    share: 0.1,
    run: keptFiles,
  },
  {
    name: 'benches of others',
    corpus: latin(
      '[{"url":"https://pi.local:8470/","token":"abc","later":1},{"url":"x"}]',
      '[{"url":"https://pi.local:8470/","sealedToken":"abc","fingerprint":"AB:CD"}]',
    ),
    share: 1,
    run: (bytes) =>
      answered(async () => {
        const store: Store = { read: async () => utf8(bytes), write: async () => undefined }
        await new Remotes({ store }).load()
      }),
  },
  {
    name: 'settings of a radio and of USB',
    corpus: latin(
      '+CNMP: 38\r\n+CNMP: (2,13,14,38)',
      '+CNBP: 0x0002000000400183,0x000001E000000095,0x000001E000000095\r\nOK',
      '+QCFG: "band",0x93,0x15a,0x0\r\n+QCFG: "nwscanmode",0',
      '+QNWPREFCFG: "mode_pref",AUTO\r\n+QNWPREFCFG: "lte_band",1:3:8',
      '+CEDRXS: 4,"0101"\r\n+CPSMS: 1,,,"00100001","00000001"',
      '+UBANDMASK: 0,524420,1,524420\r\n+URAT: 7,8',
      '#BND: 0,0,165\r\n#BND: (0),(0),(1-524287)',
      '+USBID: 1e0e,9001\r\n+CUSBPIDSWITCH: 9001',
      '+COPS: (2,"NTT DOCOMO","DOCOMO","44010",7),,(0-4),(0-2)\r\n+COPS: 0,0,"x",7',
    ),
    share: 0.5,
    run: settingsOf,
  },
]
