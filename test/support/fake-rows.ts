import type { LogRow, RowKind, Severity, SlotName, Words } from '@contract'

interface Line {
  readonly kind: RowKind
  readonly text: string
  readonly words?: Words
  readonly severity?: Severity
  readonly late?: boolean
  readonly secret?: readonly [number, number]
}
const w = (en: string, ja: string): Words => ({ en, ja })

const script: readonly Line[] = [
  { kind: 'command', text: 'AT', words: w('Attention: does the modem answer?', '応答の確認') },
  { kind: 'echo', text: 'AT' },
  { kind: 'final', text: 'OK', words: w('Done.', '正常終了') },
  {
    kind: 'command',
    text: 'AT+CIMI',
    words: w('Ask for the IMSI of the SIM.', 'SIM の IMSI を問い合わせ'),
  },
  {
    kind: 'answer',
    text: '901310123456789',
    words: w('IMSI 901310123456789', 'IMSI 901310123456789'),
    secret: [0, 15],
  },
  { kind: 'final', text: 'OK', words: w('Done.', '正常終了') },
  {
    kind: 'unsolicited',
    text: '+CEREG: 2',
    words: w('LTE: not registered, searching.', 'LTE: 圏外、ネットワークを探索中'),
    severity: 'notice',
  },
  {
    kind: 'command',
    text: 'AT+CEREG?',
    words: w('Ask for the LTE registration.', 'LTE の在圏状態を問い合わせ'),
  },
  {
    kind: 'answer',
    text: '+CEREG: 0,5',
    words: w(
      'LTE: registered, roaming. Normal for a SORACOM global SIM.',
      'LTE: 在圏（ローミング中）。SORACOM グローバル SIM では正常です。',
    ),
  },
  { kind: 'final', text: 'OK', words: w('Done.', '正常終了') },
  {
    kind: 'command',
    text: 'AT+CPIN?',
    words: w('Ask for the state of the SIM.', 'SIM の状態を問い合わせ'),
  },
  {
    kind: 'final',
    text: '+CME ERROR: 10',
    words: w(
      'SIM not inserted. Check that the card sits right, contacts down.',
      'SIM が挿入されていません。向きと差し込みを確認してください。',
    ),
    severity: 'failure',
  },
  {
    kind: 'answer',
    text: '+CPSI: LTE,Online,440-10,0x1A2B,12345678,123,EUTRAN-BAND28,9460,3,3,-115,-791,-487,12',
    words: w(
      'LTE, in service on 440-10 (NTT DOCOMO), band 28. RSRP -79.1 dBm: excellent. SINR 12 dB: good.',
      'LTE、440-10（NTT ドコモ）で運用中、バンド 28。RSRP -79.1 dBm: 非常に良い。SINR 12 dB: 良好。',
    ),
  },
  { kind: 'final', text: 'OK', late: true, words: w('Done.', '正常終了') },
  {
    kind: 'command',
    text: 'ATD*99***1#',
    words: w(
      'Dial the packet network on context 1.',
      'コンテキスト 1 でパケットネットワークへダイヤル',
    ),
  },
  {
    kind: 'final',
    text: 'CONNECT 115200',
    words: w('The call is up; from here the port speaks PPP.', '呼が確立。以後このポートは PPP'),
  },
  {
    kind: 'ppp',
    text: 'LCP ConfReq id=1  MRU 1500, magic 5f3a11c2',
    words: w('PPP link set-up: our proposal.', 'PPP リンク確立：こちらの提案'),
  },
  { kind: 'note', text: 'antenna turned to the window' },
]

const sent: readonly RowKind[] = ['command']

/** Rows of a slot as a modem would cause them: the same script again and again. */
export function fakeRows(slot: SlotName, count: number, startMs: number, stepMs = 40): LogRow[] {
  return Array.from({ length: count }, (_, n) => rowAt(slot, n, startMs + n * stepMs))
}

function rowAt(slot: SlotName, n: number, atMs: number): LogRow {
  const line = script[n % script.length] ?? { kind: 'unknown', text: '?' }
  const [start, end] = line.secret ?? [0, 0]
  return {
    id: n + 1,
    slot,
    atMs,
    monoUs: Math.round(atMs * 1000) + (slot === 'b' ? 7 : 0),
    dir: line.kind === 'note' ? 'note' : sent.includes(line.kind) ? 'tx' : 'rx',
    kind: line.kind,
    text: line.text,
    ...(line.late ? { late: true } : {}),
    ...(line.kind === 'ppp'
      ? { hex: '7eff7d23c0217d217d217d207d2e7d217d247d257dd47d257d267e' }
      : {}),
    ...(line.words
      ? {
          explanation: {
            name: line.text.split(/[:?=]/)[0] ?? line.text,
            facts: {},
            words: line.words,
            severity: line.severity ?? 'fine',
            secrets: line.secret ? [{ kind: 'imsi', start, end }] : [],
            spec: '3GPP TS 27.007, 10.1.22',
          },
        }
      : {}),
  }
}
