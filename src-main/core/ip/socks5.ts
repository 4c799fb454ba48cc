import { bytesOf, concat, latin1 } from '../bytes'
import { dotted } from './address'
import { ipv6Text } from './ipv6-address'
import { uint16 } from './packet'

/** Reply codes (RFC 1928 6). */
export const socksReplies = {
  granted: 0,
  failed: 1,
  notAllowed: 2,
  networkUnreachable: 3,
  hostUnreachable: 4,
  refused: 5,
  timedOut: 6,
  commandUnknown: 7,
  addressUnknown: 8,
} as const
export type SocksReply = (typeof socksReplies)[keyof typeof socksReplies]

export interface SocksCredentials {
  readonly user: string
  readonly password: string
}

/** Where the client wants to go: an address or a name, as it was sent. */
export interface SocksTarget {
  readonly host: string
  readonly port: number
}

/** How far the handshake is; `rest` is what came and is not read yet. */
export type SocksState =
  | { readonly at: 'greeting' | 'login' | 'request'; readonly rest: Uint8Array }
  /** Asked for; the answer to it is the caller's. `rest` already belongs to the stream. */
  | { readonly at: 'asked'; readonly target: SocksTarget; readonly rest: Uint8Array }
  /** Over: the answer sent last said so. */
  | { readonly at: 'refused'; readonly reason: string; readonly rest: Uint8Array }

export interface SocksStep {
  readonly state: SocksState
  /** What goes back to the client now. */
  readonly send: readonly Uint8Array[]
}

const version = 5
const noMethod = 0xff
const methods = { none: 0, password: 2 } as const
const connect = 1
const addressTypes = { ipv4: 1, name: 3, ipv6: 4 } as const
const empty = new Uint8Array()

/** How the host of a request is written; a name brings its length along. */
const forms: {
  readonly [type: number]: {
    readonly octets?: number
    readonly text: (octets: Uint8Array) => string
  }
} = {
  [addressTypes.ipv4]: { octets: 4, text: dotted },
  [addressTypes.name]: { text: latin1 },
  [addressTypes.ipv6]: { octets: 16, text: ipv6Text },
}

export const socksStart: SocksState = { at: 'greeting', rest: empty }

/** Takes what a client sent, cut anywhere (RFC 1928, RFC 1929). */
export function socksNext(
  state: SocksState,
  bytes: Uint8Array,
  credentials?: SocksCredentials,
): SocksStep {
  const send: Uint8Array[] = []
  let now: SocksState = { ...state, rest: concat([state.rest, bytes]) }
  for (;;) {
    const step = take(now, credentials)
    if (!step) return { state: now, send }
    send.push(...step.send)
    now = step.state
  }
}

/** One message; undefined when it is not complete, or there is none to come. */
function take(state: SocksState, credentials: SocksCredentials | undefined): SocksStep | undefined {
  switch (state.at) {
    case 'greeting':
      return greeting(state.rest, credentials)
    case 'login':
      return login(state.rest, credentials)
    case 'request':
      return request(state.rest)
    case 'asked':
    case 'refused':
      return undefined
  }
}

function refused(reason: string, send: readonly Uint8Array[]): SocksStep {
  return { state: { at: 'refused', reason, rest: empty }, send }
}

function greeting(
  rest: Uint8Array,
  credentials: SocksCredentials | undefined,
): SocksStep | undefined {
  if (rest.length === 0) return undefined
  if (rest[0] !== version) return refused(otherTalk(rest), [])
  const count = rest[1]
  if (count === undefined || rest.length < 2 + count) return undefined
  const offered = rest.subarray(2, 2 + count)
  const wanted = credentials ? methods.password : methods.none
  if (!offered.includes(wanted))
    return refused(
      credentials
        ? 'the client offers no user and password, which this proxy asks for'
        : 'the client insists on a login, which this proxy does not have',
      [Uint8Array.of(version, noMethod)],
    )
  return {
    state: { at: credentials ? 'login' : 'request', rest: rest.slice(2 + count) },
    send: [Uint8Array.of(version, wanted)],
  }
}

/** What else clients say to a SOCKS port. */
function otherTalk(rest: Uint8Array): string {
  if (rest[0] === 4) return 'the client speaks SOCKS 4; set it to SOCKS 5 (socks5h://)'
  if (/^[A-Z]{3,}/.test(latin1(rest.subarray(0, 8))))
    return 'the client speaks HTTP; set it to SOCKS 5 (socks5h://), not to an HTTP proxy'
  return `the first octet is ${rest[0] ?? 0}, not 5: this is no SOCKS 5`
}

function login(rest: Uint8Array, credentials: SocksCredentials | undefined): SocksStep | undefined {
  const userLength = rest[1]
  if (userLength === undefined) return undefined
  const passwordLength = rest[2 + userLength]
  if (passwordLength === undefined) return undefined
  const end = 3 + userLength + passwordLength
  if (rest.length < end) return undefined
  const user = latin1(rest.subarray(2, 2 + userLength))
  const password = latin1(rest.subarray(3 + userLength, end))
  const right = rest[0] === 1 && user === credentials?.user && password === credentials.password
  if (!right) return refused(`wrong user or password for “${user}”`, [Uint8Array.of(1, 1)])
  return { state: { at: 'request', rest: rest.slice(end) }, send: [Uint8Array.of(1, 0)] }
}

function request(rest: Uint8Array): SocksStep | undefined {
  const type = rest[3]
  if (type === undefined) return undefined
  if (rest[0] !== version) return refuse(socksReplies.failed, 'the request is not SOCKS 5')
  const form = forms[type]
  if (!form) return refuse(socksReplies.addressUnknown, `address type ${type}`)
  const from = form.octets === undefined ? 5 : 4
  const length = form.octets ?? rest[4]
  if (length === undefined || rest.length < from + length + 2) return undefined
  if (rest[1] !== connect) return refuse(socksReplies.commandUnknown, commandName(rest[1] ?? 0))
  const octets = rest.subarray(from, from + length)
  const host = form.text(octets)
  const port = uint16(rest, from + length)
  if (!isName(host) || port === 0)
    return refuse(socksReplies.failed, `“${host}:${port}” is no address to connect to`)
  const target = { host, port }
  return { state: { at: 'asked', target, rest: rest.slice(from + length + 2) }, send: [] }
}

function isName(host: string): boolean {
  return /^[\x21-\x7e]{1,253}$/.test(host)
}

function refuse(reply: SocksReply, reason: string): SocksStep {
  return refused(reason, [socksAnswer(reply)])
}

function commandName(command: number): string {
  const names: Readonly<Record<number, string>> = { 2: 'BIND', 3: 'UDP ASSOCIATE' }
  return `the command ${names[command] ?? command}; only CONNECT is served`
}

/** The answer to a request. The bound address is of no use to anybody and is given as 0.0.0.0:0. */
export function socksAnswer(reply: SocksReply): Uint8Array {
  return Uint8Array.of(version, reply, 0, addressTypes.ipv4, 0, 0, 0, 0, 0, 0)
}

/** What a client sends first, and then asks, for tests and for our own use. */
export function socksGreeting(credentials?: SocksCredentials): Uint8Array {
  return Uint8Array.of(version, 1, credentials ? methods.password : methods.none)
}
export function socksLogin({ user, password }: SocksCredentials): Uint8Array {
  return concat([
    Uint8Array.of(1, user.length),
    bytesOf(user),
    Uint8Array.of(password.length),
    bytesOf(password),
  ])
}
export function socksConnect({ host, port }: SocksTarget): Uint8Array {
  return concat([
    Uint8Array.of(version, connect, 0, addressTypes.name, host.length),
    bytesOf(host),
    Uint8Array.of(port >> 8, port & 0xff),
  ])
}
