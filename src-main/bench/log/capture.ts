import type { Knowledge } from '@core/at/knowledge'
import { PcapngWriter } from '@core/log/pcapng'
import { Redactor, RedactionSession } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import {
  noCapture,
  type CaptureSink,
  type CaptureState,
  type CaptureWay,
} from '@core/ports/capture'
import type { Language, Words } from '@core/words'
import type { Environment } from '@bench/environment'
import { captureOff, captureOn, captureOnReadable } from './words'

interface Options {
  readonly slot: SlotName
  readonly environment: Environment
  readonly knowledge: Knowledge
  readonly onChange: () => void
  readonly note: (text: Words) => void
}

export interface CaptureSettings {
  readonly way: CaptureWay
  readonly redact: boolean
  /** Of the comments in the capture. */
  readonly language: Language
}

/** A slot's rows as pcapng while they happen. It stays on while ports and links come and go. */
export class SlotCapture {
  readonly #o: Options
  #settings: CaptureSettings | undefined
  #sink: CaptureSink | undefined
  #writer: PcapngWriter | undefined
  #last: CaptureState = noCapture
  #packets = 0

  constructor(options: Options) {
    this.#o = options
  }

  get state(): CaptureState {
    const { way, redact } = this.#settings ?? {}
    const sink = this.#sink
    if (!sink || way === undefined || redact === undefined) return this.#last
    const { path, command, waiting, bytes, lost, failure } = sink
    const packets = this.#packets
    return { on: true, way, redact, path, command, waiting, packets, bytes, lost, failure }
  }

  rows(rows: readonly LogRow[]): void {
    for (const row of rows) {
      // Asked for anew for each row: a sink that gives up what is in line begins with a new writer.
      const blocks = this.#writer?.row(row)
      if (!blocks || blocks.length === 0) continue
      this.#packets++
      this.#sink?.write(blocks)
    }
    if (this.#sink && rows.length > 0) this.#o.onChange()
  }

  /** Turns it on (anew, when it was on) or off. Rejects with `capture-open`. */
  async set(settings: CaptureSettings | undefined): Promise<CaptureState> {
    await this.stop()
    if (settings) await this.#start(settings)
    return this.state
  }

  async #start(settings: CaptureSettings): Promise<void> {
    const session = new RedactionSession()
    const sink = await this.#o.environment.openCapture({
      way: settings.way,
      name: `slot-${this.#o.slot}`,
      head: () => {
        this.#writer = this.#newWriter(settings, session)
        return this.#writer.head()
      },
      onChange: () => this.#o.onChange(),
    })
    this.#settings = settings
    this.#packets = 0
    this.#sink = sink
    this.#o.note(startWords(sink.path, settings.redact))
  }

  #newWriter({ redact, language }: CaptureSettings, session: RedactionSession): PcapngWriter {
    const { knowledge } = this.#o
    return new PcapngWriter({
      language,
      redactor: redact ? new Redactor({ knowledge, session }) : undefined,
    })
  }

  /** Writes what is left and ends it. */
  async stop(): Promise<void> {
    const sink = this.#sink
    if (!sink) return
    this.#sink = undefined
    this.#writer = undefined
    await sink.close()
    const { bytes, lost, failure, path, command } = sink
    const { way, redact } = this.#settings ?? noCapture
    // The pipe is gone with its writer; a file can still be opened.
    const left = way === 'file' ? { path, command } : { path: null, command: null }
    const packets = this.#packets
    this.#last = { ...noCapture, way, redact, ...left, packets, bytes, lost, failure }
    this.#o.note(captureOff(packets, path))
  }
}

function startWords(path: string, redact: boolean): Words {
  return redact ? captureOn(path) : captureOnReadable(path)
}
