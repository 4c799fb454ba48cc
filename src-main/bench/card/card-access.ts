import type { CardFile, CardTries } from '@contract'
import { statusWord } from '@catalog/decoders/shared/status-word'
import type { Facts, Knowledge } from '@core/at/knowledge'
import type { AtReply } from '@core/at/reply'
import { cardFileKinds, cardFileNames, type CardFileName } from '@core/card/files'
import { cardFileMeaning } from '@core/card/meaning'
import { isDone, readFile, type CardSaid } from '@core/card/read-file'
import type { ModemSession } from '@core/modem/session'
import type { Words } from '@core/words'
import { cardFault } from './card-faults'
import { numberIn, rowsOf, textIn } from '@bench/messages/message-values'

const UPDATE_BINARY = 214

interface Options {
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
}
const saidWords = ({ sw1, sw2 }: CardSaid): Words => statusWord(sw1, sw2).words

/** Commands about the card on the AT line of a slot. */
export class CardAccess {
  readonly #o: Options

  constructor(options: Options) {
    this.#o = options
  }

  /** Rejects with a fault of the card where it was refused. */
  async ask(command: string, signal?: AbortSignal): Promise<Facts> {
    const reply = await this.#send(command, signal)
    if (!reply.ok) throw cardFault(command, reply.final)
    return this.#o.knowledge.answer(command, reply.lines)
  }
  /** The same where a refusal is an answer, too. */
  async tried(command: string, signal?: AbortSignal): Promise<Facts | undefined> {
    const reply = await this.#send(command, signal)
    return reply.ok ? this.#o.knowledge.answer(command, reply.lines) : undefined
  }
  #send(command: string, signal: AbortSignal | undefined): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }

  /** What AT+CPIN? says, as it came: READY, SIM PIN. */
  async state(signal?: AbortSignal): Promise<string> {
    const reply = await this.#send('AT+CPIN?', signal)
    if (!reply.ok) throw cardFault('AT+CPIN?', reply.final)
    return /^\+CPIN: *"?([^"\n]*?)"? *$/m.exec(reply.lines.join('\n'))?.[1] ?? ''
  }
  /** Whether the PIN is asked for at each start. */
  async asksPin(signal?: AbortSignal): Promise<boolean | null> {
    const facts = await this.tried('AT+CLCK="SC",2', signal)
    const status = facts?.['status']
    return typeof status === 'number' ? status === 1 : null
  }
  /** By the standard's command, else by SIMCom's. */
  async tries(signal?: AbortSignal): Promise<CardTries> {
    const facts = await this.tried('AT+CPINR', signal)
    const rows = rowsOf(facts?.['entries'])
    const found = rows.length > 0 ? rows : facts ? [facts] : []
    const of = (code: string) => {
      const left = found.find((row) => textIn(row['code']).toUpperCase() === code)?.['retries']
      return typeof left === 'number' ? left : null
    }
    if (of('SIM PIN') !== null)
      return { pin: of('SIM PIN'), puk: of('SIM PUK'), pin2: of('SIM PIN2'), puk2: of('SIM PUK2') }
    const spic = await this.tried('AT+SPIC', signal)
    const own = (name: string) => {
      const left = spic?.[name]
      return typeof left === 'number' ? left : null
    }
    return { pin: own('pin1'), puk: own('puk1'), pin2: own('pin2'), puk2: own('puk2') }
  }

  async files(signal?: AbortSignal): Promise<readonly CardFile[]> {
    const files: CardFile[] = []
    for (const name of cardFileNames) files.push(await this.file(name, signal))
    return files
  }

  async file(name: CardFileName, signal?: AbortSignal): Promise<CardFile> {
    const { id, title, records, secret = false } = cardFileKinds[name]
    const said = await this.#read(id, records ?? false, signal)
    const state = stateOf(said)
    const words = state === 'read' ? cardFileMeaning(name, said.hex) : saidWords(said)
    const hex = state === 'read' ? said.hex : ''
    return {
      name,
      id: id.toString(16).toUpperCase().padStart(4, '0'),
      title,
      state,
      words,
      hex,
      secret,
    }
  }

  #read(id: number, records: boolean, signal?: AbortSignal): Promise<CardSaid> {
    return readFile((parameters) => this.#exchange(parameters, signal), id, records)
  }

  /** Writes a whole file. What is written is not taken back by a cancel: it is one command. */
  async write(id: number, hex: string): Promise<{ readonly done: boolean; readonly words: Words }> {
    const said = await this.#exchange(`${UPDATE_BINARY},${id},0,0,${hex.length / 2},"${hex}"`)
    return { done: isDone(said), words: saidWords(said) }
  }

  async #exchange(parameters: string, signal?: AbortSignal): Promise<CardSaid> {
    const facts = await this.ask(`AT+CRSM=${parameters}`, signal)
    const [sw1, sw2] = [numberIn(facts['sw1']), numberIn(facts['sw2'])]
    return { sw1, sw2, hex: textIn(facts['response']).toUpperCase() }
  }
}

/** Absent and locked have a status word of 102 221 (10.2.1) and one of 51.011 (9.4) each. */
function stateOf(said: CardSaid): CardFile['state'] {
  if (isDone(said)) return 'read'
  const status = said.sw1 * 256 + said.sw2
  if (status === 0x6a82 || status === 0x9404) return 'absent'
  return status === 0x6982 || status === 0x9804 ? 'locked' : 'refused'
}
