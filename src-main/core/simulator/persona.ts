/** A time picked anew each time, in milliseconds: from, to. */
export type RangeMs = readonly [number, number]

export type Technology = 'gsm' | 'wcdma' | 'lte'

/** The SIM card a simulated modem is delivered with. */
export interface CardData {
  readonly imsi: string
  readonly iccid: string
  readonly pin: string
  readonly puk: string
  readonly number?: string
  /** It is an eUICC: these profiles, of which the first is enabled, stand for the IMSI and ICCID above. */
  readonly euicc?: EuiccData
}

export interface EuiccData {
  readonly eid: string
  readonly profiles: readonly ProfileData[]
}

export interface ProfileData {
  readonly imsi: string
  readonly iccid: string
  readonly provider: string
  readonly name: string
  /** 0 test, 1 provisioning, 2 operational. */
  readonly kind: number
  /** PPR2: the operator does not allow that it is deleted. */
  readonly stays?: true
}

/** A line the modem says by itself while it boots. `card`: `+CPIN: …` with the state of the card is said in its place. */
export interface BootLine {
  readonly afterMs: number
  readonly text?: string
  readonly card?: true
}

/** Commands of Quectel's own, and what tells its modules apart in them. */
export interface QuectelCommands {
  readonly maker: 'quectel'
  /** How LTE is named in +QENG, +QCSQ and +QNWINFO; SINR is dB in +QENG of `LTE`, an index in that of `eMTC`. */
  readonly lte: 'LTE' | 'eMTC'
  /** The values of +QCFG by name, the first as delivered. */
  readonly settings: { readonly [name: string]: readonly string[] }
  /** The answer of AT+QGMR, where it is another one than that of AT+CGMR. */
  readonly build?: string
  /** +QTEMP has three sensors in one line. */
  readonly temperatures?: true
  /** The 5G cell that stands beside every LTE cell; absent: no 5G. */
  readonly nr?: NrCell
}

export interface NrCell {
  readonly band: number
  /** NR-ARFCN. */
  readonly channel: number
  /** <NR_DL_bandwidth> of +QENG: 12 is 100 MHz. */
  readonly bandwidth: number
  /** <scs> of +QENG: 1 is 30 kHz. */
  readonly subcarrier: number
  readonly physicalId: number
}

/** Commands of u-blox's own, and what tells its modules apart in them. */
export interface UbloxCommands {
  readonly maker: 'u-blox'
  /** The mode of +UCGED that tells the serving cell: 2 in rows of 27.007's kind, 5 as RSRP and RSRQ. */
  readonly cells: 2 | 5
  /** The answer of ATI9: versions of the modem and of the application. */
  readonly versions?: string
}

/** Which commands of a maker's own a firmware has. Those of SIMCom stand among the common ones. */
export type OwnCommands =
  | QuectelCommands
  | { readonly maker: 'sim7070' }
  | UbloxCommands
  | { readonly maker: 'nordic' }
  | { readonly maker: 'telit' }

export type RegistrationCommand = '+CREG' | '+CGREG' | '+CEREG'

export type NoAddress = 'absent' | 'empty' | 'zeros' | 'colons'

/**
 * A kind of modem as the simulator plays it: data only. What the modem does is in behaviours; a persona says
 * which of them it lacks and how its answers are written.
 */
export interface Persona {
  /** What stands behind `sim:`. */
  readonly id: string
  readonly title: string
  readonly usb: { readonly vendorId: string; readonly productId: string }
  readonly technologies: readonly Technology[]
  /** Bands of LTE it has, and the masks of +CNBP around that of LTE; absent: it keeps no such setting. */
  readonly bands?: {
    readonly lte: readonly number[]
    readonly before?: readonly string[]
    readonly behind?: readonly string[]
  }
  readonly identity: {
    readonly manufacturer: string
    readonly model: string
    readonly revision: string
    /** The answer of AT+CGMR. */
    readonly firmware: string
    /** The first 14 digits; the check digit is computed. */
    readonly imei: string
    /** The answer of ATI; `{imei}` is filled in. */
    readonly ati: readonly string[]
  }
  readonly card: CardData
  readonly boot: {
    /** From power-on to the first answered AT; what comes earlier is dropped without an echo. */
    readonly atReadyMs: number
    readonly lines: readonly BootLine[]
  }
  readonly power: {
    /** PWRKEY held this long turns on. */
    readonly onPulseMs: number
    /** From there to STATUS active. */
    readonly statusAfterMs: number
    /** PWRKEY held this long turns off. */
    readonly offPulseMs: number
    /** From there, or from AT+CPOF, to STATUS inactive. */
    readonly shutdownMs: number
    readonly resetPulseMs: number
  }
  readonly timing: {
    readonly answerMs: RangeMs
    readonly registerAfterBootMs: RangeMs
    readonly registerAfterRadioMs: RangeMs
    /** An ordinary AT+CFUN=, and the slow one that happens with `slowChance`. */
    readonly cfunMs: RangeMs
    readonly slowCfunMs: RangeMs
    readonly slowChance: number
    readonly dialMs: RangeMs
    readonly scanMs: RangeMs
  }
  readonly registration: {
    readonly commands: readonly RegistrationCommand[]
    readonly maxN: number
    /** <AcT> of its LTE: 7 E-UTRAN; 8 on LTE-M modules of Quectel, 13 with 5G beside it. */
    readonly lteAct?: 8 | 13
    /** Cell ids are written without leading zeros. */
    readonly shortCellId?: true
  }
  readonly formats: {
    /** How the four LTE numbers of +CPSI are written: table index, dB, or tenths of a dB. */
    readonly cpsi: 'index' | 'db' | 'tenths'
    /** What +CPSI calls LTE; `LTE` unless it says otherwise. */
    readonly cpsiLte?: 'LTE CAT-M1'
    readonly cbc: 'volts' | 'charge' | 'millivolts'
    /** +COPS? before AT+COPS=3,n: long name or number. */
    readonly copsFormat: 0 | 2
    readonly iccidPrefix: string
    readonly connect: string
    /** What +GCAP lists. */
    readonly capabilities: string
    /** The address in +CGDCONT? while there is none: no field, an empty one, zeros, or `::` where it may be one of IPv6. */
    readonly noAddress: NoAddress
    /** What stands after the address in +CGDCONT?. */
    readonly contextTail: string
  }
  /** The order in which AT+CGAUTH= takes its last two values. */
  readonly authOrder: 'password-user' | 'user-password'
  readonly defaults: {
    readonly cmee: 0 | 1 | 2
    readonly dcd: 0 | 1
    readonly dtr: 0 | 1 | 2
    readonly contexts: readonly {
      readonly cid: number
      readonly type: string
      readonly apn: string
    }[]
  }
  /** What is said when a call ended because the host closed PPP, or because modem or network dropped it. */
  readonly callEnd: { readonly byHost: readonly string[]; readonly byNetwork: readonly string[] }
  /** Absent: the firmware has no multiplexer. */
  readonly mux?: { readonly channels: number; readonly maxInfo: number; readonly test: string }
  /** It can talk; `simcom` says so as SIMCom's firmware does (`VOICE CALL: BEGIN`). Absent: data alone. */
  readonly voice?: 'simcom' | 'plain'
  /** The modem has a second AT port on USB. */
  readonly secondPort?: true
  /** What else the composite device has: sentences of the satellite receiver, and diagnosis. */
  readonly silentPorts?: readonly ('nmea' | 'diag')[]
  /** Absent: none but the common ones. */
  readonly own?: OwnCommands
  /** Common commands this firmware does not know. */
  readonly lacks: readonly string[]
  readonly quirks: {
    /** While a slow command runs one more line is kept, echoed again when it runs; later ones are lost. */
    readonly echoesHeldLineAgain: boolean
    /** +CSQ stays 99,99 until registration, though +CPSI already has values. */
    readonly noCsqBeforeRegistration: boolean
  }
}

/** An IMEI from its first 14 digits: the Luhn check digit is added. */
export function imeiOf(digits: string): string {
  let sum = 0
  for (let i = 0; i < 14; i++) {
    const doubled = Number(digits[i] ?? '0') * (i % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.slice(0, 14) + String((10 - (sum % 10)) % 10)
}
