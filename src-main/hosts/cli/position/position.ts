import { Command, Option } from 'commander'
import { errorWords, Fault, gnssStarts, harmlessJson } from '@contract'
import type { GnssStart, PositionState, TrackFormat } from '@contract'
import { mustBeNew, writeNew } from '../../result-file'
import { complain } from '../complain'
import { exits } from '../exit'
import type { CommandBench } from '../on-bench'
import { modemOptions, onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { follow } from './follow'
import {
  foundText,
  noSuchTime,
  noSuchTrack,
  noteOf,
  stateText,
  trackSaid,
  mayBeOn,
  turnedOff,
} from './words'

interface Options extends ModemArguments {
  readonly start?: GnssStart
  readonly for?: string
  readonly track?: string
  readonly nmea?: string
  readonly showPlaces?: boolean
  readonly json?: boolean
}

/** Without --for the first position ends the command; it is waited for this long. */
const usualMs = 300_000

/** Where the modem is, by its receiver for satellites, as a client of the bench. */
export function positionCommand(): Command {
  const command = new Command('position')
    .argument('<port>')
    .description(
      'Turn GNSS on, measure the time to the first position, and tell where the modem is',
    )
    .addOption(new Option('--start <kind>', 'how the receiver is started').choices(gnssStarts))
    .option('--for <time>', 'follow it for so long (90s, 5m, 1h), and end then')
    .option('--track <file>', 'write the way to a new file: FILE.gpx or FILE.geojson')
    .option('--show-places', 'true coordinates in that file; without it the way begins at 0° 0′')
    .option('--nmea <port>', 'read the satellites from this NMEA port of the modem')
    .option('--json', 'one JSON object at the end')
    .addHelpText(
      'after',
      '\nA receiver that was off is turned off again. Exit code: 0 position found, 1 none in this time or refused, 2 the call was wrong, 3 no port.\nExample: modem-bench position sim:sim7672 --start cold',
    )
    .exitOverride()
    .action(run)
  return modemOptions(command)
}

async function run(port: string, options: Options): Promise<void> {
  const limitMs = options.for === undefined ? usualMs : msOf(options.for)
  const format = options.track === undefined ? undefined : formatOf(options.track)
  if (options.track !== undefined) await mustBeNew(`--track ${options.track}`, options.track)
  await onModem(port, options, async (bench) => {
    const { call, slot } = bench
    const before = await call('position.read', { slot })
    try {
      if (options.nmea !== undefined) await call('position.port', { slot, path: options.nmea })
      const begun = await sentencesOf(bench, await begin(bench, before, options), options)
      if (!options.json) await print(stateText(begun, before.on, options.lang))
      await show(bench, begun, { ...options, limitMs })
      if (format && options.track !== undefined)
        await writeTrack(bench, options.track, format, options)
    } finally {
      await leave(bench, before)
    }
  })
}

/** A modem whose commands are not known is not turned on: its NMEA port alone is read. */
function begin(
  { call, slot }: CommandBench,
  before: PositionState,
  { start, nmea }: Options,
): Promise<PositionState> {
  if (start) return call('position.start', { slot, kind: start })
  if (!before.family && nmea !== undefined) return call('position.read', { slot })
  return call('position.power', { slot, on: true })
}

/** Where the modem gives its sentences on the AT port they are read meanwhile: what is heard of the sky says why there is no position. */
async function sentencesOf(
  { call, slot }: CommandBench,
  state: PositionState,
  { nmea }: Options,
): Promise<PositionState> {
  const { canStream, streams } = state.nmea
  if (nmea !== undefined || !canStream || streams) return state
  return call('position.stream', { slot, on: true }).catch((error: unknown) => {
    // A firmware without them still tells its position.
    if (!(error instanceof Fault)) throw error
    complain(errorWords(error))
    return state
  })
}

/** Follows it, tells what is found, and sets the exit code where nothing was. */
async function show(
  bench: CommandBench,
  begun: PositionState,
  options: Options & { readonly limitMs: number },
): Promise<void> {
  const { json, lang, limitMs } = options
  const last = await follow(bench, {
    begun,
    limitMs,
    once: options.for === undefined,
    found: async (state) => {
      if (!json) await print(foundText(state, lang))
    },
    waiting: (state, passedMs) => complain(noteOf(state, passedMs)),
  })
  if (json) await print(harmlessJson(last))
  if (last.position || last.track.points > 0) return
  if (json) process.exitCode = exits.refused
  else throw new Fault('gnss-no-fix', noteOf(last, limitMs))
}

/** Whatever happened, the receiver is left as it was found, or it is said that it may not be. */
async function leave({ call, slot }: CommandBench, before: PositionState): Promise<void> {
  if (before.on !== false) {
    if (before.nmea.canStream && !before.nmea.streams)
      await call('position.stream', { slot, on: false }).catch((error: unknown) =>
        complain(errorWords(error)),
      )
    return
  }
  const words = await call('position.power', { slot, on: false }).then(
    () => turnedOff,
    (error: unknown) => {
      complain(errorWords(error))
      return mayBeOn
    },
  )
  complain(words)
}

async function writeTrack(
  { call, slot }: CommandBench,
  path: string,
  format: TrackFormat,
  { showPlaces = false }: Options,
): Promise<void> {
  const { text = '' } = await call('position.track', { slot, format, showPlaces })
  const { track } = await call('position.read', { slot, whole: false })
  await writeNew(`--track ${path}`, path, text)
  complain(trackSaid(path, track, showPlaces))
}

function formatOf(path: string): TrackFormat {
  const [, ending] = /\.(gpx|geojson)$/i.exec(path) ?? []
  if (ending !== undefined) return ending.toLowerCase() === 'gpx' ? 'gpx' : 'geojson'
  throw new Fault('bad-input', noSuchTrack(path))
}

function msOf(text: string): number {
  const [, digits = '', unit = 's'] = /^(\d{1,5})(s|m|h)?$/.exec(text) ?? []
  const seconds = Number(digits) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h']
  if (digits !== '' && seconds >= 1 && seconds <= 86_400) return seconds * 1000
  throw new Fault('bad-input', noSuchTime(text))
}
