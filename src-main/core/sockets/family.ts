import type { FamilyCommand, FamilyMark } from '../modem/family-command'

export interface SocketPlace {
  readonly host: string
  readonly port: number
}

/** What the pings of a modem came to. */
export interface ModemPings {
  readonly sent: number
  readonly received: number
  readonly avgMs: number | null
}

/** How TLS is set in one of the contexts of a modem; null: it does not tell. */
export interface TlsSettings {
  /** The name is sent (SNI, RFC 6066, section 3). */
  readonly sni: boolean | null
  /** The server's certificate is checked. */
  readonly verify: boolean | null
  /** The file of the authorities to trust; empty: none. */
  readonly ca: string | null
}

/** TLS of a family: read, and changed for the time of a test. */
export interface FamilyTls {
  /** How many contexts there are, from 0. */
  readonly contexts: number
  readonly read: (context: number) => readonly FamilyCommand<Partial<TlsSettings>>[]
  readonly set: (context: number, to: Partial<TlsSettings>) => readonly FamilyCommand<true>[]
}

/** A socket over TLS, for the sake of its handshake. */
export interface FamilyHandshake {
  /** A service that has to run; false: it ran before, and is left so. */
  readonly start?: FamilyCommand<boolean>
  readonly stop?: FamilyCommand<true>
  /** Which TLS settings the socket takes, where that is a command of its own. */
  readonly settings?: (context: number) => FamilyCommand<true>
  readonly open: (to: SocketPlace, context: number) => FamilyCommand<true>
  readonly close: FamilyCommand<true>
}

/** HTTP of a family, one GET at a time. */
export interface FamilyHttp {
  /** Over TLS too; without it over TCP alone. */
  readonly secure?: true
  readonly begin: (url: string, secure: boolean, context: number) => readonly FamilyCommand<true>[]
  /** What goes to the server before `get`, where that alone does not do it. */
  readonly connect?: (url: string) => readonly FamilyCommand<true>[]
  readonly get: (url: string) => FamilyCommand<{ readonly status: number; readonly octets: number }>
  /** Absent: the body has come with `get`, or comes by itself. */
  readonly read?: (octets: number) => FamilyCommand<Uint8Array>
  readonly end: readonly FamilyCommand<true>[]
}

/** One visit to a broker, as one client of the modem makes it. */
export interface MqttVisit extends SocketPlace {
  readonly secure: boolean
  /** Which of the modem's TLS contexts it uses. */
  readonly tlsContext: number
  readonly clientId: string
  /** Empty: none is sent. */
  readonly user: string
  readonly password: string
  /** Subscribed to, and published to. */
  readonly topic: string
}

/** MQTT of a family, with QoS 1 there and back. */
export interface FamilyMqtt {
  /** Over TLS too; without it over TCP alone. */
  readonly secure?: true
  /** Whether a command can carry this message; without it any. */
  readonly takes?: (octets: Uint8Array) => boolean
  /** The service opens its own context, beside that of the sockets. */
  readonly ownContext: boolean
  /** A service that has to run; false: it ran before, and is left so. */
  readonly start?: FamilyCommand<boolean>
  readonly stop?: FamilyCommand<true>
  /** Takes a client; `leave` gives it back. */
  readonly take: (visit: MqttVisit) => readonly FamilyCommand<true>[]
  readonly leave?: FamilyCommand<true>
  /** Settings whose refusal means that the firmware has no other way: it is not looked at. */
  readonly prefer: readonly FamilyCommand<true>[]
  readonly connect: (visit: MqttVisit) => readonly FamilyCommand<true>[]
  readonly disconnect: FamilyCommand<true>
  /** Ends a connection whose log-in was refused, where the commands of `connect` leave one; it may be gone already. */
  readonly drop?: FamilyCommand<true>
  readonly subscribe: (topic: string) => FamilyCommand<true>
  readonly publish: (topic: string, octets: Uint8Array) => readonly FamilyCommand<true>[]
  /** What older firmware has in the place of the last command of `publish`, where that is refused. */
  readonly publishElse?: (topic: string, octets: Uint8Array) => FamilyCommand<true>
  /** A line by which the whole message has come, or waits to be read by `fetch`. */
  readonly arrived: RegExp
  /** Reads a message that waits; undefined: this line has none to be read. */
  readonly fetch?: (line: string) => FamilyCommand<string> | undefined
  /** A line that says that the connection is lost. */
  readonly lost: RegExp
  /** What of the lines up to that one the message was; null: they do not tell. */
  readonly message: (lines: readonly string[]) => string | null
}

/** How a family of modems opens sockets of its own TCP/IP stack. Adding a family is adding one to the catalogue. */
export interface SocketFamily {
  readonly id: string
  readonly name: string
  /** The manual the commands are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  readonly matches: (identity: string) => boolean
  /** By what one firmware of these models is told from others. */
  readonly tells?: FamilyMark
  /** What sockets go over, which has to be up before. */
  readonly context: {
    readonly is: FamilyCommand<boolean>
    readonly open: FamilyCommand<true>
    readonly close: FamilyCommand<true>
  }
  readonly dns?: (name: string) => FamilyCommand<string>
  readonly ping?: (host: string, count: number) => FamilyCommand<ModemPings>
  readonly socket: {
    /** Settings that the reading of octets needs. */
    readonly prepare: readonly FamilyCommand<true>[]
    /** Where the modem gives the socket its number. */
    readonly create?: (kind: 'tcp' | 'udp') => FamilyCommand<number>
    /** The number that is taken where it is free to choose. */
    readonly number: number
    readonly open: (
      socket: number,
      kind: 'tcp' | 'udp',
      to: SocketPlace,
    ) => readonly FamilyCommand<true>[]
    readonly send: (
      socket: number,
      kind: 'tcp' | 'udp',
      to: SocketPlace,
      octets: Uint8Array,
    ) => FamilyCommand<true>
    /** Whether a command can carry these octets; without it any. */
    readonly takes?: (octets: Uint8Array) => boolean
    /** A line that says that octets wait. */
    readonly waiting: RegExp
    /** An empty array: none yet. */
    readonly receive: (
      socket: number,
      kind: 'tcp' | 'udp',
      most: number,
    ) => FamilyCommand<Uint8Array>
    /** A line that says that the other side has closed the socket. */
    readonly closed: RegExp
    readonly close: (socket: number) => FamilyCommand<true>
  }
  readonly handshake?: FamilyHandshake
  readonly http?: FamilyHttp
  readonly mqtt?: FamilyMqtt
  readonly tls?: FamilyTls
}
