/** The times and counts of a multiplexer session; 27.010 5.7 gives the names, benches the values. */
export interface CmuxTimers {
  /** From the modem's OK to the first SABM: BG95 wants 100 ms. */
  readonly settleMs: number
  /** T1 of the first SABM, and how often it is sent: modems go back to AT after about 5 s. */
  readonly startMs: number
  readonly startTries: number
  /** T1 and N2: answer to SABM and DISC of a channel. */
  readonly answerMs: number
  readonly answerTries: number
  /** T2: answer to a control command, tried N2 times. */
  readonly controlMs: number
  /** T3: how long a sleeping modem is woken. */
  readonly wakeMs: number
  readonly wakeStepMs: number
  /** Silence inside a frame that ends it. */
  readonly interOctetMs: number
  readonly closeDownMs: number
  /** Silence after close-down, before AT is sent again. */
  readonly quietMs: number
  /** A channel stopped by the modem for this long is shown as paused. */
  readonly pausedMs: number
  /** TEST every so often; 0 sends none. Without answer to N2 of them the session is lost. */
  readonly keepAliveMs: number
}

export const cmuxTimers: CmuxTimers = {
  settleMs: 300,
  startMs: 400,
  startTries: 8,
  answerMs: 400,
  answerTries: 3,
  controlMs: 500,
  wakeMs: 10_000,
  wakeStepMs: 50,
  interOctetMs: 200,
  closeDownMs: 500,
  quietMs: 100,
  pausedMs: 3000,
  keepAliveMs: 0,
}
