/** What one unsolicited line looks like and what its coming says about the modem. */
export interface UnsolicitedRow {
  /** The whole line, or its start when `prefix` is set. */
  readonly match: string
  readonly prefix?: true
  /**
   * `restart`: said only while starting or going off. `stir`: said then, but also after CFUN=1 or a SIM change.
   */
  readonly boot?: 'restart' | 'stir'
  /** The next line belongs to it (SMS and cell broadcast), always or when the header is a bare length. */
  readonly body?: 'always' | 'length'
}

/** Which lines come by themselves. A modem's catalogue entry may add rows in front. */
export interface UnsolicitedTable {
  find(line: string): UnsolicitedRow | undefined
}

const prefixes = (text: string): UnsolicitedRow[] =>
  text.split(' ').map((match) => ({ match, prefix: true }))

/** 27.005, 27.007 and what SIMCom, Quectel and Huawei modems add. */
export const commonUnsolicited: readonly UnsolicitedRow[] = [
  { match: 'RDY', boot: 'restart' },
  { match: '^BOOT', prefix: true, boot: 'restart' },
  { match: '*ATREADY: 1', boot: 'restart' },
  { match: '+ATREADY', prefix: true, boot: 'restart' },
  { match: '^SYSSTART', prefix: true, boot: 'restart' },
  // Sequans: the start, and what the firmware writes when it broke down (`^EXIT: File: rfcChar.c@107`).
  { match: '+SYSSTART', boot: 'restart' },
  { match: '^EXIT:', prefix: true, boot: 'restart' },
  { match: 'EXIT: exception', prefix: true, boot: 'restart' },
  { match: 'START', boot: 'restart' },
  { match: 'QCRDY', boot: 'restart' },
  { match: 'NORMAL POWER DOWN', boot: 'restart' },
  { match: 'POWERED DOWN', boot: 'restart' },
  { match: 'PSM POWER DOWN' },
  { match: '+CPSMSTATUS: "', prefix: true },
  // A warning leaves the modem running; only the power-down forms end what was asked.
  { match: 'UNDER-VOLTAGE POWER', prefix: true, boot: 'restart' },
  { match: 'OVER-VOLTAGE POWER', prefix: true, boot: 'restart' },
  { match: 'UNDER-VOLTAGE', prefix: true },
  { match: 'OVER-VOLTAGE', prefix: true },
  { match: '+CPIN: READY', boot: 'stir' },
  { match: '+CPIN:', prefix: true, boot: 'stir' },
  { match: 'APP RDY', boot: 'stir' },
  { match: '+QUSIM:', prefix: true, boot: 'stir' },
  { match: 'SMS DONE', boot: 'stir' },
  { match: 'PB DONE', boot: 'stir' },
  { match: 'SMS Ready', boot: 'stir' },
  { match: 'Call Ready', boot: 'stir' },
  { match: '+CMT:', prefix: true, body: 'always' },
  { match: '+CBM:', prefix: true, body: 'always' },
  { match: '+CDS:', prefix: true, body: 'length' },
  { match: 'RING' },
  { match: 'NO CARRIER' },
  { match: 'BUSY' },
  { match: 'NO ANSWER' },
  { match: 'NO DIALTONE' },
  { match: 'NO DIAL TONE' },
  { match: 'CONNECT OK' },
  { match: 'CONNECT FAIL' },
  { match: 'CLOSED' },
  { match: 'busy p...' },
  { match: 'busy s...' },
  { match: 'MISSED_CALL', prefix: true },
  { match: 'VOICE CALL', prefix: true },
  ...prefixes('+CREG: +CGREG: +CEREG: +C5GREG: +CGEV: +CMTI: +CDSI: +CBMI: +CRING: +CLIP: +COLP:'),
  ...prefixes(
    '+CCWA: +CUSD: +CSSI: +CSSU: +CTZV: +CTZE: +CTZDST: +NITZ: +CPSI: +CSQ: +CNSMOD: +STIN:',
  ),
  ...prefixes('+PPPD: +CIPEVENT: +IPCLOSE: +CNACT: +NETOPEN: +NETCLOSE: +APP +CPING: +HTTPACTION:'),
  ...prefixes(
    '+HTTP_PEER_CLOSED +HTTP_NONET_EVENT +CMTE: +SIMCARD: +SMS +CLCC: +CIEV: +CMQTT +CIPOPEN:',
  ),
  ...prefixes(
    '+RECEIVE, +IPD +CDNSGIP: +CPMVT: +QIND: +QIURC: ^MODE: ^RSSI: ^SIMST: ^SRVST: ^DSFLOWRPT: *PSUTTZ',
  ),
  // u-blox, Huawei, Sierra, Telit, Quectel, Nordic, ZTE
  ...prefixes('+UU ^NDISSTAT: ^NDISEND +KCNX_IND: +KTCP_ +KUDP_ +WIND: SRING: +QMTRECV: +QMTSTAT:'),
  ...prefixes(
    '+CSCON: %MDMEV: %CESQ: #XPPP: +CNEC_ +ZUSIMR: +ZPASR: +ZDONR: +CFUN: ^CINIT: ^STN: ^STIN:',
  ),
]

/** No prefix is shorter. */
const keyLength = 3

/** A table in which the first row that fits wins. */
export function unsolicitedTable(
  rows: readonly UnsolicitedRow[] = commonUnsolicited,
): UnsolicitedTable {
  const whole = new Map<string, UnsolicitedRow>()
  for (const row of [...rows].reverse()) if (!row.prefix) whole.set(row.match, row)
  // By their first letters, since every line of a log is looked up.
  const starts = new Map<string, UnsolicitedRow[]>()
  for (const row of rows.filter(({ prefix }) => prefix)) {
    const key = row.match.slice(0, keyLength)
    starts.set(key, [...(starts.get(key) ?? []), row])
  }
  return {
    find: (line) =>
      whole.get(line) ??
      starts.get(line.slice(0, keyLength))?.find((row) => line.startsWith(row.match)),
  }
}

/** True when the line after this header belongs to it. */
export function takesNextLine(row: UnsolicitedRow, header: string): boolean {
  if (row.body === 'length') return /^\+CDS: *\d+$/.test(header)
  return row.body === 'always'
}
