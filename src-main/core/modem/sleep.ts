/** A modem that does not answer because it sleeps. */
export interface SleepState {
  readonly sinceMs: number
  /** By then its own clock wakes it; null: not told. */
  readonly untilMs: number | null
  /** It said so itself; false: it went silent, and the network has granted it PSM. */
  readonly told: boolean
}

const asleep = [
  // SIMCom SIM7000/7070/7080 AT manual, +CPSMSTATUS.
  /^\+CPSMSTATUS: *"?ENTER PSM/i,
  // Quectel BG96/BG95 AT manual, AT+QCFG="psm/urc".
  /^PSM POWER DOWN$/,
  // u-blox SARA-R4/R5/N4 AT manual, AT+UPSMR.
  /^\+UUPSMR: *1/,
]
const awake = [/^\+CPSMSTATUS: *"?EXIT PSM/i, /^\+UUPSMR: *0/]

/** True: the line says that the modem falls asleep; false: that it woke; undefined: neither. */
export function sleepSaid(line: string): boolean | undefined {
  if (asleep.some((one) => one.test(line))) return true
  return awake.some((one) => one.test(line)) ? false : undefined
}
