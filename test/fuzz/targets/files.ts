import { readBoardFile } from '@bench/boards/board-file'
import { readConfig } from '@bench/config/config-file'
import { Macros } from '@bench/macros/macros'
import { Presets } from '@bench/settings/presets'
import { SettingsFile } from '@bench/settings/settings-file'
import { decodeExchange } from '@catalog/decoders/exchange'
import { knowledge } from '@catalog/decoders'
import { personas } from '@catalog/modems/personas'
import { defaultSettings } from '@contract'
import { Redactor } from '@core/log/redact'
import { parseMacro } from '@core/macro/parse'
import { regExp } from '@core/regexp'
import { soakReport } from '@core/soak/report'
import { RowStore } from '@core/soak/row-store'
import type { SoakRow } from '@core/soak/rows'
import { Tally } from '@core/soak/tally'
import { parseBenchName } from '@core/simulator/bench-name'
import { commandsOf } from '@core/simulator/command-line'
import { parametersOf } from '@core/simulator/parameters'
import { parseScenario } from '@core/simulator/scenario'
import { latin1 } from '@core/bytes'
import { utf8 } from '@core/utf8'
import { micropythonName } from '@platform/micropython/wiring'
import { portsFromIoreg } from '@platform/serial/ioreg'
import { managedModems } from '@platform/serial/modem-manager'
import { parsePortName } from '@platform/serial/port-name'
import { chipsIn, gpiodVersion, linesIn } from '@platform/gpio/adapters/gpiod-codec'
import { keysFromReg } from '@platform/serial/windows-registry'
import { exchanges, latin, octets } from '../corpus'
import { answered, must, type Target } from '../target'
import { example } from './examples'

/** A store that holds one text under every name. */
const storeOf = (text: string, name: string) => {
  const written = new Map([[name, text]])
  return {
    read: async (file: string) => written.get(file),
    write: async (file: string, what: string) => void written.set(file, what),
    written,
  }
}

/** Whatever a file of the person's holds: it is read or kept beside, and the next save destroys nothing. */
const kept = (name: string, load: (store: ReturnType<typeof storeOf>) => Promise<void>) =>
  async function (bytes: Uint8Array): Promise<void> {
    const text = utf8(bytes)
    const store = storeOf(text, name)
    let told = false
    await answered(() =>
      load(store).catch((error: unknown) => {
        told = true
        throw error
      }),
    )
    must(told === [...store.written.keys()].length > 1, 'told without a copy, or a copy not told')
    if (told) must([...store.written.values()].filter((one) => one === text).length > 1, 'lost')
  }

const preset = {
  id: 'mine',
  name: { en: 'M', ja: 'M' },
  apn: 'a.example',
  user: 'u',
  password: 'p',
  pdpType: 'IP',
  auth: 'chap',
  own: true,
}
const soakRows: readonly SoakRow[] = [
  {
    k: 'start',
    ms: 1_760_000_000_000,
    us: 1,
    journal: 'night.journal',
    plan: {
      name: 'night',
      durationMs: 3_600_000,
      upload: { kind: 'get', target: 'http://example.com/', everyMs: 60_000, timeoutMs: 5_000 },
      sampleMs: 10_000,
      faults: [],
      stop: { gapMs: null, switches: null },
      goal: { availabilityPct: 99, longestGapMs: 60_000 },
    },
  },
  { k: 'traffic', ms: 1_760_000_001_000, slot: 'a' },
  { k: 'due', n: 1, ms: 1_760_000_002_000, value: '21.5' },
  {
    k: 'sent',
    n: 1,
    ms: 1_760_000_003_000,
    slot: 'a',
    latencyMs: 80,
    status: 200,
    own: '10.0.0.2',
    seenAs: null,
  },
  {
    k: 'sample',
    ms: 1_760_000_010_000,
    slot: 'a',
    dbm: -90,
    cell: '0012BEEF',
    operator: 'docomo',
    rx: 100,
    tx: 100,
    attaches: 0,
    probes: 1,
    rttMs: [50],
  },
  {
    k: 'down',
    ms: 1_760_000_020_000,
    us: 20,
    fromMs: 1_760_000_019_000,
    cause: 'link',
    seen: { en: 'gone', ja: '切断' },
  },
  { k: 'fault', ms: 1_760_000_021_000, us: 21, slot: 'b', fault: 'crash', failed: null },
  { k: 'back', ms: 1_760_000_030_000, slot: 'b' },
  { k: 'end', ms: 1_760_003_600_000, why: 'done' },
]
const names = latin(
  'sim:sim7672?user=a&password=b&signal=-90',
  'sim:sim7672#2@1/at2?hang=on',
  'sim:replay?file=a.log&slot=b',
  'micropython:/dev/ttyACM0?power=22&reset=3&status=4',
  'tcp:localhost:4000',
  'COM12',
  '/dev/ttyUSB0',
)

export const fileTargets: readonly Target[] = [
  {
    name: 'configuration',
    corpus: [example('failover.yaml'), example('soak.yaml'), ...latin('a: &x [1]\nb: *x\n')],
    share: 0.2,
    run: (bytes) => readConfig(utf8(bytes)),
  },
  {
    name: 'board',
    corpus: latin(
      'name: My rig\nmodem: SIM7672\nlines:\n  power: { active: low, drive: open-drain, pin: 17 }\n  status: { active: high, pin: 22 }\npulse: { on: 50ms, off: 2.5s }\nsoft: { off: AT+CPOF }\n',
    ),
    share: 0.2,
    run: (bytes) => readBoardFile(utf8(bytes)),
  },
  {
    name: 'settings',
    corpus: [octets(JSON.stringify(defaultSettings, null, 1))],
    run: kept('settings.json', (store) => new SettingsFile(store).load()),
  },
  {
    name: 'presets',
    corpus: [octets(JSON.stringify([preset, preset]))],
    run: kept('presets.json', (store) => new Presets(store).load()),
  },
  {
    name: 'macros',
    corpus: [octets(JSON.stringify([{ id: 'm', name: 'M', text: 'AT\nexpect OK\n' }]))],
    run: kept('macros.json', (store) => new Macros(store).load()),
  },
  {
    name: 'rows of a soak run',
    corpus: [soakRows, soakRows.slice(1, 4), soakRows.slice(4)].map((rows) =>
      octets(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    ),
    run: (bytes) =>
      answered(async () => {
        const text = utf8(bytes)
        const head = JSON.stringify({ id: 'x', config: '', ended: false })
        const kept = await RowStore.load({
          read: async (name) =>
            name === 'soak.json' ? head : name.endsWith('0001.jsonl') ? text : undefined,
          write: async () => undefined,
        })
        const lines = text.split('\n').filter((line) => line !== '')
        must(kept?.rows.length === lines.length, 'a line that nobody told of')
        const tally = new Tally()
        for (const row of kept?.rows ?? []) tally.add(row)
        const redactor = new Redactor({ knowledge })
        for (const format of ['html', 'markdown', 'csv'] as const)
          soakReport(tally, { format, language: 'ja', utcOffsetMin: 540, redactor })
      }),
  },
  {
    name: 'head of a soak run',
    corpus: latin('{"id":"x","config":"","ended":false}'),
    run: (bytes) =>
      answered(() =>
        RowStore.load({
          read: async (name) => (name === 'soak.json' ? utf8(bytes) : undefined),
          write: async () => undefined,
        }),
      ),
  },
  {
    name: 'macro',
    corpus: latin(
      '# about\nset a=1\nAT+CGDCONT=1,"IP","${a}"\nexpect /^OK$/ 5s\nwait 2s\non error stop\n',
    ),
    share: 2,
    run: (bytes) => parseMacro(utf8(bytes)),
  },
  {
    name: 'regular expression',
    corpus: latin('(a+)+$', '^(\\w+\\s?)*$', '[\\d-x](?<n>a|b){2,5}?\\1', '(?i)x{1,1000}'),
    share: 0.5,
    run: (bytes) => {
      const { pattern } = regExp(utf8(bytes).slice(0, 200))
      pattern?.find('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')
    },
  },
  {
    name: 'scenario',
    corpus: latin('at 3h sim:sim7672 cut-session # x\nat 1h30m5s signal=-115\nevery 45m crash\n'),
    run: (bytes) => answered(() => parseScenario(utf8(bytes))),
  },
  {
    name: 'name of a port',
    corpus: names,
    share: 2,
    run: async (bytes) => {
      const text = utf8(bytes)
      const known = personas.map(({ id }) => id)
      await answered(() => parseBenchName(text, known))
      await answered(() => micropythonName(text))
      for (const platform of ['linux', 'win32', 'darwin'] as const)
        await answered(() => parsePortName(text, platform))
    },
  },
  {
    name: 'exchange of a script',
    corpus: exchanges,
    share: 3,
    run: (bytes) => {
      const [command = '', ...response] = latin1(bytes).split('\r\n')
      const said = decodeExchange({ command, response: response.join('\r\n') })
      must(Object.keys(said).length === 10, 'a field is missing or too many')
      JSON.stringify(said)
    },
  },
  {
    name: 'line of a modem',
    corpus: latin(
      '+CEREG: 5,1,"002F","0012BEEF",7',
      '+CPSI: LTE,Online,440-10,0x1698,39683652',
      '+CMTI: "SM",3',
    ),
    share: 8,
    run: (bytes) => {
      const line = latin1(bytes)
      for (const context of [{}, { command: 'AT+CEREG?' }, { command: line }])
        for (const { start, end } of knowledge.line(line, context)?.secrets ?? [])
          must(start >= 0 && end <= line.length && end > start, `a secret at ${start}-${end}`)
      knowledge.command(line)
      commandsOf(line)
      parametersOf(line)
    },
  },
  {
    name: "answers of the system's programs",
    corpus: latin(
      '{"type":"a{oa{sa{sv}}}","data":[{"/m/0":{"org.freedesktop.ModemManager1.Modem":{"Device":{"type":"s","data":"/sys/x"},"Ports":{"type":"a(su)","data":[["ttyUSB0",3]]}}}}]}',
      '+-o IOSerialBSDClient  <class IOSerialBSDClient>\n    {\n      "IOCalloutDevice" = "/dev/cu.usb"\n    }\n',
      'HKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\SERIALCOMM\r\n    \\Device\\Serial0    REG_SZ    COM1\r\n',
      'gpiochip0 - 54 lines:\n\tline   0:      "ID_SDA"       unused   input  active-high\n',
      'gpiodetect (libgpiod) v2.1.3\ngpiochip0 [pinctrl-bcm2711] (58 lines)\n',
    ),
    share: 2,
    run: (bytes) => {
      const text = utf8(bytes)
      managedModems(text)
      portsFromIoreg(text)
      keysFromReg(text)
      gpiodVersion(text)
      chipsIn(text)
      linesIn(text)
    },
  },
]
