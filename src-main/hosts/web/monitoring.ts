import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '@bench/bench'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { Redactor } from '@core/log/redact'
import type { Words } from '@core/words'
import { Spool } from '@platform/mqtt/spool'
import { lockFile } from '@platform/store/lock-file'
import { storeFault } from '@platform/store/store-fault'
import { publish } from './publishing'
import {
  brokerExpected,
  discoveryPrefixExpected,
  loginInAddress,
  lostForRoom,
  messagesSpoilt,
  notOnDisk,
  onDiskAgain,
  publishingAgain,
  remedies,
  topicExpected,
  topicInAddress,
  waiting,
} from './words'

export interface BrokerOptions {
  readonly url: string
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** PEM of the authority that vouches for it. */
  readonly ca?: string | undefined
  /** Before every topic; absent: `modem-bench/` and the name of this computer. */
  readonly prefix?: string | undefined
  /** The prefix of Home Assistant’s discovery; absent: it is told nothing. */
  readonly homeAssistant?: string | undefined
}

/** What waits for a broker may take so much of the disk; samples of a slot each 10 s are 3 MB a day. */
const mostWaiting = 64 * 1024 * 1024

/** Throws `Fault('bad-input')` for what is no address of a broker, or would show its password to everyone on this computer. */
export function checkBroker({ url, prefix, homeAssistant }: BrokerOptions): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^mqtts?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new Fault('bad-input', brokerExpected(url))
  if (!/^\/?$/.test(parsed.pathname) || parsed.search !== '' || parsed.hash !== '')
    throw new Fault('bad-input', topicInAddress(parsed.protocol, parsed.host))
  if (parsed.password !== '' || parsed.username !== '') throw new Fault('bad-input', loginInAddress)
  if (homeAssistant !== undefined && !isTopic(homeAssistant))
    throw new Fault('bad-input', discoveryPrefixExpected(homeAssistant))
  if (prefix !== undefined && !isTopic(prefix)) throw new Fault('bad-input', topicExpected(prefix))
}

const isTopic = (text: string) => !/[#+\0]/.test(text) && /^[^/].*[^/]$|^[^/]$/.test(text)

/** Publishes a bench to a broker until it is told to end; `say` gets when the broker goes and comes. */
export async function publishTo(
  bench: Bench,
  folder: string,
  { url, user, password, ca, prefix = `modem-bench/${hostname()}`, homeAssistant }: BrokerOptions,
  say: (words: Words) => void,
): Promise<() => Promise<void>> {
  const queue = join(folder, 'mqtt-queue')
  const release = await lockFile(queue, 'mqtt-queue-in-use')
  // As large as all the rest of the program: loaded where something is published.
  const { Publisher } = await import('@platform/mqtt/publisher')
  const spool = await Spool.open(queue, {
    mostBytes: mostWaiting,
    onDisk: (failed) => say(failed ? notOnDisk(queue, failed) : onDiskAgain(queue)),
    onSpoilt: (count, beside) => say(messagesSpoilt(queue, count, beside)),
  }).catch(async (error: unknown) => {
    await release()
    throw storeFault(error, queue)
  })
  const publisher = new Publisher({
    ...{ url, user, password, ca, spool },
    statusTopic: `${prefix}/status`,
    onChange: (fault) => say(fault ? away(url, fault) : there(url, spool)),
  })
  const redactor = new Redactor({ knowledge })
  const stop = publish(bench, {
    publisher,
    prefix,
    homeAssistant,
    masked: (text) => redactor.text(text),
  })
  return async () => {
    stop()
    await publisher.close()
    await release()
  }
}

function there(url: string, spool: Spool): Words {
  const lost = spool.takeLost()
  const room: Words = lost === 0 ? { en: '', ja: '' } : lostForRoom(lost)
  return publishingAgain(url, spool.waiting, room)
}

/** Why nothing is published now, and what to do: exported for its test. */
export function away(url: string, fault: Fault): Words {
  const { en, ja } = fault.said
  const todo = remedies[remedyFor(fault)]
  return {
    en: `${url}: ${en}. ${todo.en} ${waiting.en}`,
    ja: `${url}：${ja}。${todo.ja}${waiting.ja}`,
  }
}

/** MQTT 3.1.1, table 3.1, and 5.0, table 3.2.2.2: what has to do with who we are. */
const loginCodes: readonly unknown[] = [4, 5, 134, 135, 138, 140]

function remedyFor({ code, cause }: Fault): keyof typeof remedies {
  if (code === 'mqtt-not-allowed') return 'topic'
  const number = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'mqtt-refused' && loginCodes.includes(number) ? 'login' : 'reach'
}
