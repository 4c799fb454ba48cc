/** A modem as the operating system's own manager knows it, under whatever port names it has now. */
export interface SystemModem {
  /** Stays the same when the device comes back under another name. */
  readonly deviceId: string
  /** Its present name: `cdc-wdm0`, `ttyUSB2`. */
  readonly device: string
  readonly registered: boolean | null
  readonly operator: string | null
  /** RSRP, or RSCP in 3G; null where the manager does not measure it. */
  readonly dbm: number | null
}

export interface SystemConnection {
  /** `a`, `b`: one connection each. */
  readonly slot: string
  readonly deviceId: string
  readonly apn: string
  readonly user: string
  readonly password: string
}

/** A link of the operating system that is up. */
export interface SystemLinkState {
  /** `ppp0`, `wwan0`. */
  readonly iface: string
  readonly address: string | null
  /** Octets since the interface is there. */
  readonly bytes: { readonly rx: number; readonly tx: number }
}

export interface SystemReply {
  readonly status: number
  readonly body: string
  readonly ms: number
}

/** The commands that a link over the modem with this port would take, as a person would type them. */
export type SystemCommands = (port: string, connection: SystemConnection) => readonly string[]

/**
 * The operating system's own link over a modem. It makes connections of its own and removes them again; it never changes
 * one that it did not make. Everything rejects with a Fault: nmcli-missing, nmcli-failed, ip-no-answer.
 */
export interface SystemLink {
  /** Removes what a run that was killed left behind. */
  cleanUp(): Promise<void>
  /** The modem that has this port now, or had it when it was found first; undefined: it is not there. */
  find(port: string): Promise<SystemModem | undefined>
  up(connection: SystemConnection, device: string, signal: AbortSignal): Promise<SystemLinkState>
  /** Undefined: the connection of this slot is not up. */
  state(slot: string): Promise<SystemLinkState | undefined>
  /** Why a device is not connected, in the manager's words. */
  reason(device: string): Promise<string>
  /** Ends the link; the connection stays for the next time. */
  down(slot: string): Promise<void>
  /** Routes go over this slot (`true`), or over it only when no other is up. */
  prefer(slot: string, device: string, preferred: boolean): Promise<void>
  /** Over this interface, whatever the routes say; resolves with the time in ms. */
  ping(iface: string, target: string, timeoutMs: number): Promise<number>
  http(
    iface: string,
    url: string,
    options: { readonly timeoutMs: number; readonly post?: string },
  ): Promise<SystemReply>
  /** Takes down and removes everything that was made. */
  close(): Promise<void>
}
