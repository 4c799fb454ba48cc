import { knowledge } from '@catalog/decoders'
import type { AtReply, SendOptions, Token } from '@core/at/engine'
import { Fault } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import type { Words } from '@core/words'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { baudOf, openTyped, purposeOfTyped, type PortArguments } from './open'

/** A port on which AT was looked for. */
export interface AtLine {
  send(command: string, options: SendOptions): Promise<AtReply>
  /** Returns the way to stop listening. */
  onToken(listener: (token: Token) => void): () => void
  close(): Promise<void>
}

/**
 * Opens a port and brings AT to it: also where an earlier program left the modem in the multiplexer, silent or not. Whoever
 * speaks PPP there is left alone: rejects with `at-not-command-mode`. A port that stays silent is given all the same.
 */
export async function atLineOn(name: string, options: PortArguments): Promise<AtLine> {
  const session = new ModemSession({
    port: await openTyped(name, options),
    clock: nodeClock,
    chance: nodeChance,
    tap: () => undefined,
    endings: knowledge.endings,
    baudRate: baudOf(options.baud),
    purposeOf: () => purposeOfTyped(name),
  })
  try {
    await reach(session)
  } catch (error) {
    await session.close()
    throw error
  }
  return {
    send: (command, more) => session.ask(command, more),
    onToken: (listener) => session.at.engine.onToken(listener),
    close: () => session.close(),
  }
}

async function reach(session: ModemSession): Promise<void> {
  try {
    await session.reachAt()
  } catch (error) {
    const { mode, port } = session
    if (mode === 'data') throw new Fault('at-not-command-mode', inData(port.label))
    if (mode !== 'cmux') throw error
    const { result } = await session.backToCommand()
    if (result === 'none') throw new Fault('connect-stuck')
  }
}

const inData = (port: string): Words => ({
  en: `${port} speaks PPP: an earlier program left the modem there. No command was sent. modem-bench connect brings it back first.`,
  ja: `${port} は PPP で動作中です（以前のプログラムが終了していません）。コマンドは送信していません。modem-bench connect を使うと、先にコマンドモードへ戻します。`,
})
