import type { Cancel } from '../ports/clock'
import type { Answer, Final, Outcome, Prompt, Slow, Wording, Waiting } from './answer'
import { error, finalText, linesText } from './answer'
import type { AtPlace, DataSink } from './at-place'
import { runCommand } from './behaviour'
import type { AnsweringModem } from './behaviour'
import { commandsOf } from './command-line'
import type { Command } from './command-line'
import type { RecordedCall } from './replay/recorded-call'
import { Recital } from './replay/recital'
import { leftToModem } from './replay/not-recorded'
import { notRecorded, pppIsSimulated } from './replay/words'
import type { Script } from './replay/script'
import type { ChannelSettings } from './settings'
import { startSettings } from './settings'
import { CountedEntry, TextEntry } from './text-entry'
import type { Entered } from './text-entry'

const CR = 0x0d
const LF = 0x0a
const BS = 0x08

/** SIMCom AT manual: the longest command line. */
const MAX_LINE = 3071
/** Octets that may wait while a command runs, and unsolicited lines that may wait for the end of a call. */
const MAX_WAITING = 4096
const MAX_LATER = 32
/** A command that runs longer than this reads what the host sends meanwhile; a shorter one leaves it in the buffer. */
const SLOW_MS = 500

interface Running {
  readonly slow: boolean
  readonly abort?: (() => void) | undefined
  readonly cancel: Cancel
}

/** One place where AT commands are read and answered: the main port, or a channel of the multiplexer. */
export class AtChannel implements AtPlace {
  readonly label: string
  readonly #modem: AnsweringModem
  readonly #send: (data: string | Uint8Array) => void
  settings: ChannelSettings
  #line = ''
  #tooLong = false
  #lastBody = ''
  #running: Running | undefined
  #waiting: number[] = []
  #held: string | undefined
  #later: string[] = []
  #sink: DataSink | undefined
  #entry: TextEntry | CountedEntry | undefined
  #recital: Recital | undefined
  constructor(label: string, modem: AnsweringModem, send: (data: string | Uint8Array) => void) {
    this.label = label
    this.#modem = modem
    this.#send = send
    this.settings = startSettings(modem.persona, modem.stored.profile)
  }
  get inDataMode(): boolean {
    return this.#sink !== undefined
  }
  fromHost(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      if (this.#recital?.takes(bytes[i] ?? 0)) continue
      if (this.#sink) return this.#sink.fromHost(bytes.subarray(i))
      this.#take(bytes[i] ?? 0)
    }
  }
  /** Octets of a call, as they are. */
  sendData(bytes: Uint8Array): void {
    this.#send(bytes)
  }
  /** From here the host's octets go to the call. */
  enterData(sink: DataSink): void {
    this.#sink = sink
    // What had been sent before the CONNECT was read belongs to the call already.
    const early = Uint8Array.from(this.#waiting.splice(0))
    this.#line = ''
    if (early.length > 0) sink.fromHost(early)
  }
  /** Back to commands, saying why. */
  leaveData(lines: readonly string[], final?: Final): void {
    if (!this.#sink) return
    this.#sink = undefined
    for (const line of lines) this.#send(linesText([line], this.settings.V === 1))
    if (final) this.#send(finalText(final, this.wording()))
    this.#sayLater()
  }
  /** An unsolicited line. It waits for the end of data mode and of a line that is being typed. */
  unsolicited(line: string): void {
    if (this.#sink || this.#entry || isCommand(this.#line))
      this.#later = [...this.#later, line].slice(-MAX_LATER)
    else this.#send(linesText([line], this.settings.V === 1))
  }
  /** DTR fell: a call that is being set up is given up, and so is a text that is being entered. */
  drop(): void {
    this.#entry = undefined
    this.#line = ''
    this.#running?.abort?.()
  }
  /** Power is gone, or the multiplexer took over: nothing that was begun goes on. */
  reset(): void {
    this.#running?.cancel()
    this.#running = undefined
    this.#recital = undefined
    this.#sink = undefined
    this.#entry = undefined
    this.#line = ''
    this.#tooLong = false
    this.#waiting = []
    this.#held = undefined
    this.#later = []
    this.settings = startSettings(this.#modem.persona, this.#modem.stored.profile)
  }
  wording(): Wording {
    const cmee = this.settings['+CMEE']
    return {
      verbose: this.settings.V === 1,
      quiet: this.settings.Q === 1,
      cmee: cmee === 1 || cmee === 2 ? cmee : 0,
      connect: this.#modem.persona.formats.connect,
    }
  }

  #take(byte: number): void {
    if (this.#entry) return this.#entry.take(byte)
    const running = this.#running
    if (!running) return this.#type(byte)
    // The LF of a host that ends its lines in CRLF is no wish to abort, and no octet of a call to come.
    if (byte === LF && this.#waiting.length === 0) return
    if (running.abort) return running.abort()
    if (running.slow && this.#modem.persona.quirks.echoesHeldLineAgain) return this.#type(byte)
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(byte)
  }
  #type(byte: number): void {
    if (byte === CR) {
      this.#echo('\r')
      this.#lineEnd()
    } else if (byte === BS && this.#line !== '') {
      this.#line = this.#line.slice(0, -1)
      this.#echo('\b')
    } else if (byte >= 0x20 && this.#line.length < MAX_LINE) {
      this.#line += String.fromCharCode(byte)
      this.#echo(String.fromCharCode(byte))
      if (this.#line.toUpperCase() === 'A/') this.#repeat()
    } else if (byte >= 0x20) this.#tooLong = true
  }
  #echo(text: string): void {
    if (this.settings.E === 1) this.#send(text)
  }
  #lineEnd(): void {
    const line = this.#line
    const tooLong = this.#tooLong
    this.#line = ''
    this.#tooLong = false
    if (this.#running) this.#held ??= line
    else if (tooLong) this.#finish(error)
    else this.#run(line)
  }
  #repeat(): void {
    this.#line = ''
    if (!this.#running) this.#execute(this.#lastBody)
  }
  /** What comes before AT is skipped, such as the rest of a call; a line without it is not for us (V.250, 5.2.1). */
  #run(line: string): void {
    const match = /(?:^|[^0-9A-Za-z])[Aa][Tt]([^]*)$/.exec(line)
    if (!match) return this.#sayLater()
    this.#lastBody = match[1] ?? ''
    this.#execute(this.#lastBody)
  }
  #execute(body: string): void {
    if (this.#modem.script && this.#recite(this.#modem.script, body)) return
    this.#next(commandsOf(body), 0)
  }
  /** A recording answers in place of the behaviours; false: what it leaves to them. */
  #recite(script: Script, body: string): boolean {
    const answered = script.answer(`AT${body}`)
    if (!answered) {
      if (leftToModem.test(body)) return false
      this.#modem.note(notRecorded(script.recording.name, body))
      this.#wait({ waitMs: 0, then: () => error }, (answer) => this.#finish(answer))
      return true
    }
    this.#recital = new Recital({
      answered,
      pace: this.#modem.pace,
      send: (text) => this.#send(text),
      unasked: (line) => this.unsolicited(line),
      done: (succeeded) => {
        this.#running = undefined
        this.#recital = undefined
        if (succeeded) this.#carryOut(body)
        const { call } = answered.exchange
        if (call) this.#call(call)
        if (!this.#sink) this.#catchUp()
      },
    })
    this.#running = { slow: true, cancel: this.#recital.start() }
    return true
  }
  #call(recorded: RecordedCall): void {
    this.#modem.note(pppIsSimulated)
    this.#modem.calls.replay(this, recorded)
  }
  /** What a recorded command did to the line itself. */
  #carryOut(body: string): void {
    const echo = /^E([01])/i.exec(body)?.[1]
    if (echo !== undefined) this.settings.E = Number(echo)
    if (/^H0?$/i.test(body)) this.#modem.calls.hangUp()
    const mux = /^\+CMUX=(\d)/i.exec(body)?.[1]
    if (mux !== undefined) this.#modem.startMux(mux === '1' ? 'advanced' : 'basic')
    const rate = /^\+IPR=(\d+)$/i.exec(body)?.[1]
    if (rate !== undefined && Number(rate) > 0) this.#modem.setBaudRate(Number(rate))
  }
  #next(commands: readonly (Command | undefined)[], index: number): void {
    const last = index >= commands.length
    const command = commands[index]
    const outcome: Outcome = last
      ? {}
      : command
        ? runCommand(this.#modem.registry, { modem: this.#modem, channel: this, command })
        : error
    const done = (answer: Answer): void => {
      const ok = !answer.final || answer.final.kind === 'ok'
      if (answer.lines) this.#send(linesText(answer.lines, this.settings.V === 1))
      if (last || !ok || index === commands.length - 1) return this.#finish(answer)
      answer.after?.()
      this.#next(commands, index + 1)
    }
    this.#carry(outcome, done)
  }
  #carry(outcome: Outcome, done: (answer: Answer) => void): void {
    if ('waitMs' in outcome) return this.#wait(outcome, done)
    if ('until' in outcome) return this.#await(outcome, done)
    const waitMs = this.#modem.pick(this.#modem.persona.timing.answerMs)
    if ('prompt' in outcome)
      this.#wait({ waitMs, then: () => ({}) }, () => this.#prompt(outcome, done))
    else this.#wait({ waitMs, then: () => outcome }, done)
  }
  #prompt({ prompt, octets, asks }: Prompt, done: (answer: Answer) => void): void {
    const ask = (): void => this.#send(asks === undefined ? '\r\n> ' : `\r\n${asks}\r\n`)
    ask()
    const end = (entered: Entered): void => {
      this.#entry = undefined
      if (entered === 'cancelled') this.#carry({}, done)
      else this.#carry(prompt(entered.text), done)
    }
    this.#entry =
      octets === undefined
        ? new TextEntry((text) => this.#echo(text), ask, end)
        : new CountedEntry(octets, end)
    // A host that does not wait for the prompt has sent its text already.
    const early = Uint8Array.from(this.#waiting.splice(0))
    this.fromHost(early)
  }
  #await({ until }: Waiting, done: (answer: Answer) => void): void {
    const running = { slow: true, cancel: () => undefined }
    this.#running = running
    void until().then((answer) => {
      // The modem may have been reset meanwhile.
      if (this.#running !== running) return
      this.#running = undefined
      done(answer)
    })
  }
  #wait(slow: Slow, done: (answer: Answer) => void): void {
    const cancel = this.#modem.pace.schedule(slow.waitMs, () => {
      this.#running = undefined
      done(slow.then())
    })
    const abort = (): void => {
      cancel()
      this.#running = undefined
      this.#finish(slow.aborted ?? { final: { kind: 'text', text: 'ABORTED' } })
    }
    this.#running = {
      slow: slow.waitMs > SLOW_MS,
      cancel,
      ...(slow.abortable ? { abort } : {}),
    }
  }
  #finish(answer: Answer): void {
    this.#send(finalText(answer.final ?? { kind: 'ok' }, this.wording()))
    answer.after?.()
    if (!this.#sink && !this.#running) this.#catchUp()
  }
  /** What came while the command ran: a kept line first, then the buffered octets. */
  #catchUp(): void {
    const held = this.#held
    this.#held = undefined
    if (held !== undefined) {
      this.#echo(`${held}\r`)
      return this.#run(held)
    }
    this.#sayLater()
    const waiting = Uint8Array.from(this.#waiting.splice(0))
    if (waiting.length > 0) this.fromHost(waiting)
  }
  #sayLater(): void {
    for (const line of this.#later.splice(0)) this.unsolicited(line)
  }
}

/** A command is being typed; the rest of a call that landed here is none. */
function isCommand(line: string): boolean {
  return /^\s*at/i.test(line)
}
