import { type Part, partsOf } from './command'

/** What the engine must know about a command before it sends it. */
export interface CommandRule {
  readonly timeoutMs: number
  /** Any octet sent while it runs ends it (V.250 5.6.1): nothing may be sent before its final. */
  readonly abortable: boolean
  /** May be sent again by itself after a lost answer. */
  readonly idempotent: boolean
  /** Its parameters open something (PIN, password) and must not be shown. */
  readonly secret: boolean
  /** It makes, takes up or ends a call: CONNECT and NO CARRIER are its finals. */
  readonly call: boolean
  /** A restart is what it asks for: the boot lines are its success. */
  readonly restarts: boolean
  /** What it prompts with before it takes a payload. */
  readonly prompt?: string
  /** Starts of its answer lines. */
  readonly prefixes: readonly string[]
  /** Lines without a known prefix may be its answer too. */
  readonly free: boolean
  /** An OK without an answer line is suspicious: it asks a question. */
  readonly mustAnswer: boolean
}

interface Row {
  readonly names: string
  readonly op?: Part['op']
  readonly value?: RegExp
  readonly timeoutMs?: number
  readonly abortable?: true
  readonly once?: true
  readonly secret?: true
  readonly call?: true
  readonly restarts?: true
  readonly prompt?: string
  readonly prefixes?: readonly string[]
  readonly free?: true
  readonly answers?: true
}

const second = 1000

/** First match wins. Times from the A76xx AT manual's maxima and from what the boards were seen to need. */
const rows: readonly Row[] = [
  { names: 'D', timeoutMs: 60 * second, abortable: true, once: true, call: true },
  { names: 'A', timeoutMs: 60 * second, abortable: true, once: true, call: true },
  { names: 'O', timeoutMs: 10 * second, once: true, call: true },
  { names: 'H +CHUP', timeoutMs: 90 * second },
  { names: '+CGDATA #SD #SO', timeoutMs: 90 * second, abortable: true, once: true, call: true },
  { names: 'I &V S +CLAC +CGMI +CGMM +CGMR +CGSN +GMI +GMM +GMR +GSN +GCAP', free: true },
  { names: '+CIMI +SIMCOMATI +CCINFO +CEER *CNTI', free: true },
  {
    names: '+CFUN',
    op: 'set',
    value: /^(1,1|6)/,
    timeoutMs: 75 * second,
    once: true,
    restarts: true,
  },
  { names: '+CPOF +CRESET', op: 'run', timeoutMs: 75 * second, once: true, restarts: true },
  { names: '+CFUN', op: 'set', timeoutMs: 15 * second },
  // Three wrong PINs lock the card, so these are never sent twice by themselves.
  { names: '+CPIN +CLCK +CPWD', op: 'set', timeoutMs: 30 * second, once: true, secret: true },
  { names: '+CGAUTH +CSOCKAUTH +QICSGP', op: 'set', timeoutMs: 9 * second, secret: true },
  { names: '+COPS', op: 'test', timeoutMs: 180 * second, abortable: true, answers: true },
  {
    names: '+CNBP +CNWSCAN +CNETSCAN +CCELLINFO',
    timeoutMs: 180 * second,
    abortable: true,
    free: true,
  },
  { names: '+COPS +CGATT +CGACT', op: 'set', timeoutMs: 150 * second, abortable: true },
  { names: '+CNACT +NETOPEN +NETCLOSE +CIICR', timeoutMs: 120 * second },
  { names: '+CMGS +CMGW +QCMGS', op: 'set', timeoutMs: 120 * second, once: true, prompt: '> ' },
  { names: '+CMSS', timeoutMs: 120 * second, once: true },
  { names: '+CMGL +CMGR', timeoutMs: 20 * second, free: true },
  { names: '+CUSD', op: 'set', timeoutMs: 30 * second, once: true },
  { names: '+CCERTDOWN +CFTRANRX', timeoutMs: 120 * second, once: true, prompt: '> ' },
  { names: '+CSSLCFG +CCERTLIST +CCERTDELE +CFTRANTX', timeoutMs: 120 * second },
  { names: '+CPING +CDNSGIP +HTTPACTION +SHCONN +SMCONN', timeoutMs: 60 * second },
  { names: '+HTTPREAD', timeoutMs: 120 * second, free: true },
  { names: '+CICCID', prefixes: ['+ICCID:', '+CICCID:'], answers: true },
  { names: '+CSQ +CESQ +CBC +CPMUTEMP +CNUM', op: 'run', timeoutMs: 5 * second, answers: true },
  // The SIM may be busy for seconds after power-on.
  { names: '+CPIN +CLCK', op: 'read', timeoutMs: 9 * second },
]

/** Names whose answers are known to carry their own name; anything else in between is not theirs. */
const plain = new Set(
  (
    '+CEREG +CGREG +CREG +C5GREG +CPIN +CFUN +CMEE +CSQ +CESQ +COPS +CPSI +CBC +CPMUTEMP +CGDCONT +CGAUTH +CGACT +CGATT ' +
    '+CGPADDR +CGCONTRDP +CGEREP +CICCID +IFC +IPR +IPREX +ICF +CCLK +CSCS +CSMS +CSCA +CMGF +CNMI +CLCK +CPWD +CNMP +CMNB ' +
    '+CNSMOD +CTZR +CTZU +CLIP +CUSD +CNUM +CMUX +CATR +CSCLK +CVALARM +CPMVT +STK +CSDH +CMGS +CMGW +CMSS +CRSM ' +
    // Asked while a call is up: the NO CARRIER of that call is no result of theirs.
    '+CLCC +CHLD +CPAS +CIND +CMER +VTS +VTD +CCWA +CCFC +CLIR +COLP +COLR +CNAP +CRC +CSSN +CMUT +CLVL +CPSMS +CEDRXS +CEDRXRDP'
  ).split(' '),
)

/** Most commands answer within 2 s; the A76xx manual allows 9 s for those it does not list. */
const basicTimeoutMs = 2 * second
const knownTimeoutMs = 5 * second
const unknownTimeoutMs = 9 * second

const rules = new Map<string, CommandRule>()
const mostRules = 512

/** The rule for a command line: the longest time of its parts, and whatever any of its parts asks for. */
export function ruleOf(command: string): CommandRule {
  const known = rules.get(command)
  if (known) return known
  const rule = combinedRule(command)
  if (rules.size >= mostRules) rules.clear()
  if (command.length <= 512) rules.set(command, rule)
  return rule
}

function combinedRule(command: string): CommandRule {
  const parts = partsOf(command).map(partRule)
  const prompt = parts.find((part) => part.prompt !== undefined)?.prompt
  return {
    timeoutMs: Math.max(...parts.map((part) => part.timeoutMs)),
    abortable: parts.some((part) => part.abortable),
    idempotent: parts.every((part) => part.idempotent),
    secret: parts.some((part) => part.secret),
    call: parts.some((part) => part.call),
    restarts: parts.some((part) => part.restarts),
    prefixes: parts.flatMap((part) => part.prefixes),
    free: parts.some((part) => part.free),
    mustAnswer: parts.some((part) => part.mustAnswer),
    ...(prompt === undefined ? {} : { prompt }),
  }
}

function partRule(part: Part): CommandRule {
  const row = rows.find((candidate) => matches(candidate, part))
  const basic = !/^[^A-Z&]/.test(part.name)
  const known = row !== undefined || basic || plain.has(part.name)
  const asks = part.op === 'read' || part.op === 'test'
  return {
    timeoutMs:
      row?.timeoutMs ?? (basic ? basicTimeoutMs : known ? knownTimeoutMs : unknownTimeoutMs),
    abortable: row?.abortable ?? false,
    idempotent: row?.once === undefined && (known || asks),
    secret: row?.secret ?? false,
    // NO CARRIER may well be the end of a command nobody here knows.
    call: row?.call ?? (!known && !asks),
    restarts: row?.restarts ?? false,
    prefixes: row?.prefixes ?? (basic ? [] : [`${part.name}:`]),
    free: row?.free ?? !known,
    mustAnswer: row?.answers ?? (!basic && asks && row?.free === undefined && known),
    ...(row?.prompt === undefined ? {} : { prompt: row.prompt }),
  }
}

function matches(row: Row, part: Part): boolean {
  const name = /^S\d/.test(part.name) ? 'S' : part.name
  if (!row.names.split(' ').includes(name)) return false
  if (row.op !== undefined && row.op !== part.op) return false
  return row.value?.test(part.value) ?? true
}
