import {
  defaultSettings,
  idleNet,
  rungIds,
  stepIds,
  type ConnectState,
  type KnownFact,
  type PortInfo,
  type Preset,
  type Rung,
  type RungId,
  type Settings,
  type SlotName,
  type SlotState,
  type StepId,
  type StepState,
  type Words,
} from '@contract'
import { quoted } from '@core/words'

/** Asked anew each time: the files of a run share this one, and some are read much later than others. */
const now = () => Date.now()
const w = (en: string, ja: string): Words => ({ en, ja })

export const fakeSettings: Settings = { ...defaultSettings, language: 'en', theme: 'light' }

export const ports: readonly PortInfo[] = [
  {
    path: '/dev/ttyUSB0',
    label: w('SIM7600: DIAG (ttyUSB0)', 'SIM7600：DIAG（ttyUSB0）'),
    kind: 'serial',
    role: 'diag',
    use: 'no',
    note: w('DIAG: leave alone', 'DIAG ポート：使用しないでください'),
    usb: '1e0e:9001',
  },
  {
    path: '/dev/ttyUSB2',
    label: w('SIM7600: AT port (ttyUSB2)', 'SIM7600：AT ポート（ttyUSB2）'),
    kind: 'serial',
    role: 'at',
    use: 'yes',
    usb: '1e0e:9001',
  },
  {
    path: 'sim:sim7672',
    label: quoted('Simulated SIM7672'),
    kind: 'simulated',
    role: 'at',
    use: 'yes',
  },
  {
    path: 'sim:sim5320',
    label: quoted('Simulated SIM5320'),
    kind: 'simulated',
    role: 'at',
    use: 'yes',
  },
]

const presetOf = (id: string, name: string, apn: string, country = 'JP'): Preset => ({
  id,
  name,
  operator: name,
  country,
  apn,
  user: 'sora',
  password: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  pingHost: 'pong.soracom.io',
  httpUrl: 'http://harvest.soracom.io/',
  own: false,
})
export const presets: readonly Preset[] = [
  presetOf('soracom', 'SORACOM', 'soracom.io'),
  presetOf('iijmio', 'IIJmio (type D)', 'iijmio.jp'),
  presetOf('onomondo', 'Onomondo', 'onomondo', 'DK'),
]

const rung = (id: RungId, state: Rung['state'], word: Words, fact?: string): Rung => ({
  id,
  state,
  word,
  sinceMs: now() - 47_000,
  ...(fact === undefined ? {} : { fact: quoted(fact) }),
})
const idle = (id: RungId): Rung => ({ id, state: 'idle', word: w('', '') })

export const fact = (
  key: string,
  group: KnownFact['group'],
  label: Words,
  value: string,
  more: Partial<KnownFact> = {},
): KnownFact => ({ key, group, label, value, atMs: now() - 8_000, ...more })

const factsA: readonly KnownFact[] = [
  fact('manufacturer', 'identity', w('Maker', 'メーカー'), 'SIMCOM INCORPORATED'),
  fact('model', 'identity', w('Model', '型番'), 'SIM7672JP-M1', { command: 'AT+CGMM' }),
  fact('imei', 'identity', w('IMEI', 'IMEI'), '860123456789012', {
    secret: 'imei',
    command: 'AT+CGSN',
  }),
  fact('imsi', 'sim', w('IMSI', 'IMSI'), '901310123456789', {
    secret: 'imsi',
    words: w(
      'Issued by a global operator: roaming is normal.',
      'グローバル事業者の SIM です。ローミング表示は正常です。',
    ),
  }),
  fact('operator', 'network', w('Operator', '事業者'), '44010 NTT DOCOMO'),
  fact('registration', 'network', w('Registration', '在圏'), 'registered, roaming'),
  fact('band', 'network', w('Band', 'バンド'), 'LTE B28  EARFCN 9460'),
  fact('rsrp', 'signal', w('RSRP', 'RSRP'), '-79', {
    unit: 'dBm',
    number: -79,
    quality: 'excellent',
    command: 'AT+CESQ',
  }),
  fact('rsrq', 'signal', w('RSRQ', 'RSRQ'), '-11.5', {
    unit: 'dB',
    number: -11.5,
    quality: 'good',
  }),
  fact('sinr', 'signal', w('SINR', 'SINR'), '9', { unit: 'dB', number: 9, quality: 'fair' }),
  fact('rssi', 'signal', w('RSSI', 'RSSI'), '-103', { unit: 'dBm', quality: 'poor' }),
  fact('voltage', 'supply', w('Voltage', '電圧'), '3.78', { unit: 'V', quality: 'good' }),
]

const stepTitles: { readonly [id in StepId]: Words } = {
  power: w('Power', '電源'),
  port: w('Port answers', 'ポートの応答'),
  mode: w('Mode', 'モードの確認'),
  setup: w('Echo, errors, flow control', 'エコー・エラー表示・フロー制御'),
  identity: w('Identity', '型番の確認'),
  sim: w('SIM', 'SIM'),
  stored: w('Stored settings', '保存済み設定の確認'),
  configure: w('Settings', '設定の変更'),
  radio: w('Radio on', '無線オン'),
  registration: w('Registration', '在圏登録'),
  signal: w('Signal', '電波状態'),
  dial: w('Dial', 'ダイヤル'),
  ppp: w('PPP', 'PPP'),
  address: w('Address and DNS', 'アドレスと DNS'),
  dns: w('Name lookup', '名前解決'),
  ping: w('Ping', 'ping'),
  http: w('HTTP', 'HTTP'),
}

export function stepsUntil(last: StepId, state: StepState['state']): readonly StepState[] {
  const end = stepIds.indexOf(last)
  return stepIds.map((id, index) => {
    const base = { id, title: stepTitles[id], facts: {} }
    if (index > end) return { ...base, state: 'waiting' }
    if (index === end && state === 'running')
      return { ...base, state, startedMs: Date.now() - 12_000, limitMs: 180_000 }
    const done = index === end ? state : 'ok'
    return {
      ...base,
      state: done,
      ms: 340 * (index + 1),
      facts: id === 'registration' ? { stat: 5, act: 7 } : {},
      words: w('Answered as expected.', '想定どおりの応答です。'),
    }
  })
}

const target = {
  apn: 'soracom.io',
  user: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: 'pong.soracom.io',
  httpUrl: '',
} as const

const connected: ConnectState = {
  state: 'connected',
  target,
  steps: stepsUntil('http', 'ok'),
  startedMs: now() - 60_000,
  verdict: {
    result: 'connected',
    seen: [],
    meaning: w(
      'The modem has an address, and the internet answers.',
      'アドレスを取得し、インターネットとの疎通を確認しました。',
    ),
    tries: [],
    ip: '10.176.33.21',
    dns: ['100.127.0.53', '100.127.1.53'],
    ping: { host: 'pong.soracom.io', sent: 4, received: 4, avgMs: 62.4 },
    ms: 21_340,
    mode: 'data',
  },
}

const failed: ConnectState = {
  state: 'failed',
  target,
  steps: stepsUntil('sim', 'failed'),
  startedMs: now() - 30_000,
  verdict: {
    result: 'failed',
    step: 'sim',
    reason: 'sim-missing',
    seen: [quoted('AT+CPIN?'), quoted('+CME ERROR: 10')],
    meaning: w('The modem sees no SIM card.', 'モデムが SIM カードを認識していません。'),
    tries: [
      w(
        'Take the SIM out and put it in again, contacts down, until it clicks; then power the modem off and on.',
        'SIM を抜き、端子面を下にして差し直してから、モデムの電源を入れ直してください。',
      ),
      w('Try another SIM in this modem.', '別の SIM で試してください。'),
    ],
    dns: [],
    ms: 4_120,
    mode: 'command',
  },
}

const idleConnect: ConnectState = {
  state: 'idle',
  target: null,
  steps: [],
  verdict: null,
  startedMs: null,
}

export function closedSlot(slot: SlotName): SlotState {
  return {
    slot,
    port: null,
    mode: 'closed',
    at: { through: null, found: false, held: false },
    back: null,
    prompt: null,
    second: { offered: [], port: null },
    unresponsive: false,
    unanswered: null,
    inFlight: null,
    rungs: rungIds.map(idle),
    facts: [],
    connect: idleConnect,
    ip: null,
    net: idleNet,
    idle: null,
    board: null,
    macro: null,
    messages: { count: 0, sending: null },
    radioUndo: null,
    psm: null,
    sleep: null,
    voice: null,
    esimDownload: null,
    poll: { on: false, intervalMs: 10_000, commands: [], refused: [] },
    journal: null,
    modem: null,
  }
}

/** Slot A: a SIM7672 that roams and is connected. */
export function slotA(): SlotState {
  return {
    ...closedSlot('a'),
    port: {
      path: 'sim:sim7672',
      label: 'Simulated SIM7672',
      baudRate: 115200,
      state: 'open',
      openedMs: now() - 90_000,
      lines: { dtr: true, rts: true, cts: true, dsr: true, dcd: true, ri: false },
    },
    mode: 'data',
    at: { through: null, found: false, held: false },
    back: null,
    prompt: null,
    rungs: [
      rung('power', 'fine', w('on', 'オン')),
      rung('port', 'fine', w('answers', '応答あり'), '115200 8N1'),
      rung('sim', 'fine', w('ready', '準備完了')),
      rung('network', 'fine', w('roaming', 'ローミング中'), '44010  LTE B28  -79 dBm'),
      rung('context', 'fine', w('active', '有効'), 'soracom.io'),
      rung('ppp', 'fine', w('up', '確立'), 'CHAP'),
      rung('ip', 'fine', w('up', '取得済み'), '10.176.33.21'),
      rung('internet', 'fine', w('reached', '疎通あり'), 'ping 62 ms'),
    ],
    facts: factsA,
    connect: connected,
    ip: {
      address: '10.176.33.21',
      peerAddress: '10.64.64.64',
      ipv6: null,
      dns: ['100.127.0.53'],
      auth: 'chap',
      mtu: 1500,
      framing: { accm: 0, pfc: true, acfc: true },
      upMs: now() - 40_000,
      rxBytes: 4210,
      txBytes: 3120,
    },
    macro: null,
    poll: { on: true, intervalMs: 10_000, commands: ['AT+CSQ'], refused: [] },
    journal: { file: '/home/me/modem-bench/journal/a.mbj', bytes: 48_213 },
    modem: { id: 'sim7672', name: 'SIM7672' },
  }
}

/** Slot B: a SIM5320 whose SIM is missing. */
export function slotB(): SlotState {
  return {
    ...closedSlot('b'),
    port: {
      path: '/dev/ttyUSB2',
      label: 'SIM5320: AT port (/dev/ttyUSB2)',
      baudRate: 115200,
      state: 'open',
      openedMs: now() - 90_000,
      lines: { dtr: true, rts: true, cts: true, dsr: false, dcd: false, ri: false },
    },
    mode: 'command',
    at: { through: 'port', found: false, held: false },
    back: null,
    prompt: null,
    rungs: [
      rung('power', 'fine', w('on', 'オン')),
      rung('port', 'fine', w('answers', '応答あり'), '115200 8N1'),
      rung('sim', 'failure', w('missing', '未検出')),
      ...rungIds.slice(3).map(idle),
    ],
    facts: [
      fact('model', 'identity', w('Model', '型番'), 'SIMCOM_SIM5320E'),
      fact('imei', 'identity', w('IMEI', 'IMEI'), '351234567890123', { secret: 'imei' }),
    ],
    connect: failed,
    journal: { file: '/home/me/modem-bench/journal/b.mbj', bytes: 1_213 },
    modem: { id: 'sim5320', name: 'SIM5320' },
  }
}
