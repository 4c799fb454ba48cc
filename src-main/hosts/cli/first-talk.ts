import { Fault } from '@core/fault'
import { FirstTalk } from '@core/modem/first-talk'
import type { BytePort } from '@core/ports/byte-port'
import type { Words } from '@core/words'
import { sleep } from '@core/wait'
import { nodeClock } from '@platform/clock/node-clock'

const listenMs = 300

/**
 * Listens before AT is sent: a modem that was left in data mode or in the multiplexer speaks first, and AT would go into what
 * it carries. Rejects with `at-not-command-mode`; the port is closed then.
 */
export async function listenFirst(port: BytePort): Promise<BytePort> {
  const first = new FirstTalk()
  const found = await new Promise<'ppp' | 'cmux' | undefined>((resolve) => {
    port.onBytes((bytes) => {
      const kind = first.hear(bytes)
      if (kind) resolve(kind)
    })
    void sleep(nodeClock, listenMs).then(() => resolve(undefined))
  })
  if (!found) return port
  await port.close()
  throw new Fault('at-not-command-mode', left(port.label, found))
}

const left = (port: string, kind: 'ppp' | 'cmux'): Words => {
  const name = kind === 'ppp' ? 'PPP' : 'CMUX'
  return {
    en: `${port} speaks ${name}: an earlier program left the modem there. Nothing was sent. modem-bench connect brings it back first.`,
    ja: `${port} は ${name} で動作中です（以前のプログラムが終了していません）。何も送信していません。modem-bench connect を使うと、先にコマンドモードへ戻します。`,
  }
}
