import type { Words } from '../words'
import type { AtWay, Mode } from './slot-state'

export type { AtWay } from './slot-state'

interface Known {
  readonly mode: Mode
  readonly cmuxOn: boolean
  readonly found: boolean
  readonly held: boolean
  readonly leaving: boolean
  /** A second AT port stands by. */
  readonly second: boolean
}

/** Where a command goes, and what is known besides. */
export function wayOf(known: Known): AtWay {
  const { found, held } = known
  return { through: throughOf(known), found, held }
}

function throughOf({ mode, cmuxOn, leaving, second }: Known): AtWay['through'] {
  if (mode === 'closed') return null
  const beside = second ? 'second' : null
  if (leaving) return beside
  if (mode === 'cmux') return cmuxOn ? 'channel' : beside
  return mode === 'data' ? beside : 'port'
}

/** Why a command was not sent. */
export function whyNot(known: {
  readonly port: string
  readonly mode: Mode
  readonly found: boolean
  readonly leaving: boolean
}): Words {
  const { port, mode, found, leaving } = known
  if (leaving)
    return {
      en: `${port} is being brought back to command mode.`,
      ja: `${port} をコマンドモードへ戻している途中です。`,
    }
  if (mode === 'cmux')
    return {
      en: `${port} speaks CMUX: an earlier program left the multiplexer on. Nothing was sent.`,
      ja: `${port} は CMUX で動作中です（以前のプログラムがマルチプレクサーを終了していません）。何も送信していません。`,
    }
  return found
    ? {
        en: `${port} speaks PPP: an earlier program left the modem in data mode. Nothing was sent.`,
        ja: `${port} は PPP で動作中です（以前のプログラムがデータモードのまま終了しています）。何も送信していません。`,
      }
    : {
        en: `${port} is in data mode: the command would go into the PPP stream.`,
        ja: `${port} はデータモードです。コマンドを送ると PPP のデータに混ざります。`,
      }
}
