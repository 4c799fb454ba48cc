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
    throw new Fault('bad-input', {
      en: `--mqtt ${url}: expected mqtt://host[:1883] or mqtts://host[:8883].`,
      ja: `--mqtt ${url}: mqtt://host[:1883] または mqtts://host[:8883] を指定してください。`,
    })
  if (!/^\/?$/.test(parsed.pathname) || parsed.search !== '' || parsed.hash !== '')
    throw new Fault('bad-input', {
      en: `--mqtt ${parsed.protocol}//${parsed.host}…: the address of a broker ends behind its port; what stands before every topic is given by --mqtt-topic.`,
      ja: `--mqtt ${parsed.protocol}//${parsed.host}…: ブローカーのアドレスはホスト名とポートまでです。トピックの先頭部分は --mqtt-topic で指定してください。`,
    })
  if (parsed.password !== '' || parsed.username !== '')
    throw new Fault('bad-input', {
      en: '--mqtt: everyone on this computer can read a login in an address; give it by --mqtt-user and --mqtt-password-file.',
      ja: '--mqtt：アドレスに含めたログイン情報は、このコンピューターの全ユーザーに見えます。--mqtt-user と --mqtt-password-file で指定してください。',
    })
  if (homeAssistant !== undefined && !isTopic(homeAssistant))
    throw new Fault('bad-input', {
      en: `--mqtt-home-assistant ${homeAssistant}: expected the discovery prefix of Home Assistant: a topic without + and #, and without a slash at its ends.`,
      ja: `--mqtt-home-assistant ${homeAssistant}: Home Assistant のディスカバリー接頭辞を指定してください（+ と # を含まず、先頭と末尾がスラッシュでないトピック）。`,
    })
  if (prefix !== undefined && !isTopic(prefix))
    throw new Fault('bad-input', {
      en: `--mqtt-topic ${prefix}: expected a topic without + and #, and without a slash at its ends.`,
      ja: `--mqtt-topic ${prefix}: + と # を含まず、先頭と末尾がスラッシュでないトピックを指定してください。`,
    })
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
  const room: Words =
    lost === 0
      ? { en: '', ja: '' }
      : {
          en: ` There was no room for ${lost} of them: they are lost.`,
          ja: `保存しきれなかった ${lost} 件は失われました。`,
        }
  return {
    en: `publishing to ${url}; ${spool.waiting} messages had waited.${room.en}`,
    ja: `${url} へ送信しています（保留 ${spool.waiting} 件）。${room.ja}`,
  }
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

const waiting: Words = {
  en: 'Messages wait on the disk meanwhile, and it is tried again every 3 s.',
  ja: 'その間メッセージはディスクに保留し、3 秒ごとに再試行します。',
}

/** MQTT 3.1.1, table 3.1, and 5.0, table 3.2.2.2: what has to do with who we are. */
const loginCodes: readonly unknown[] = [4, 5, 134, 135, 138, 140]

function remedyFor({ code, cause }: Fault): keyof typeof remedies {
  if (code === 'mqtt-not-allowed') return 'topic'
  const number = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'mqtt-refused' && loginCodes.includes(number) ? 'login' : 'reach'
}

const remedies = {
  login: {
    en: 'The broker refused the login: correct --mqtt-user and --mqtt-password-file, and start serve again.',
    ja: 'ブローカーがログインを拒否しました。--mqtt-user と --mqtt-password-file を修正し、serve を起動し直してください。',
  },
  topic: {
    en: 'Let this user publish there in the broker’s rights, or name another topic by --mqtt-topic.',
    ja: 'ブローカー側で送信を許可するか、--mqtt-topic で別のトピックを指定してください。',
  },
  reach: {
    en: 'Look whether the broker runs, and whether address and port are right (mqtt:// 1883, mqtts:// 8883).',
    ja: 'ブローカーが動作しているか、アドレスとポート（mqtt:// は 1883、mqtts:// は 8883）が正しいかを確認してください。',
  },
} as const

const notOnDisk = (queue: string, { message }: Error): Words => ({
  en: `${queue} cannot be written (${message}): messages for the broker wait in memory, and end with the program.`,
  ja: `${queue} に書き込めません（${message}）。ブローカーへのメッセージはメモリーだけに保留され、プログラムの終了とともに失われます。`,
})
const onDiskAgain = (queue: string): Words => ({
  en: `${queue} is written again.`,
  ja: `${queue} に再び書き込めるようになりました。`,
})
