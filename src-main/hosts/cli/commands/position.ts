import { errorWords, Fault, gnssStarts, harmlessJson } from '@contract'
import type { PositionState, TrackFormat } from '@contract'
import { mustBeNew, writeNew } from '../../result-file'
import { argument, choice, command, flag, option, type Spoken, type Values } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import type { CommandBench } from '../on-bench'
import { modemTakes, onModem } from '../on-modem'
import { print } from '../output'
import { follow } from './position-follow'
import {
  foundText,
  noSuchTime,
  noSuchTrack,
  noteOf,
  stateText,
  trackSaid,
  mayBeOn,
  turnedOff,
} from './position-words'

/** Without --for the first position ends the command; it is waited for this long. */
const usualMs = 300_000

const takes = {
  port: argument('<port>'),
  start: choice('--start <kind>', 'how the receiver is started', gnssStarts),
  forMs: option('--for <time>', 'follow it for so long (90s, 5m, 1h), and end then', timeOf),
  track: option('--track <file>', 'write the way to a new file: FILE.gpx or FILE.geojson', trackOf),
  showPlaces: flag(
    '--show-places',
    'true coordinates in that file; without it the way begins at 0° 0′',
  ),
  nmea: option('--nmea <port>', 'read the satellites from this NMEA port of the modem'),
  json: flag('--json', 'one JSON object at the end'),
  ...modemTakes,
}
type Options = Values<typeof takes> & Spoken

/** Where the modem is, by its receiver for satellites. */
export const positionCommand = command({
  name: 'position',
  about: 'Turn GNSS on, measure the time to the first position, and tell where the modem is',
  takes,
  after:
    'A receiver that was off is turned off again. Exit code: 0 position found, 1 none in this time or refused, 2 the call was wrong, 3 no port.\nExample: modem-bench position sim:sim7672 --start cold',
  run: async (options) => {
    const { track, nmea, json, lang } = options
    if (track) await mustBeNew(`--track ${track.path}`, track.path)
    await onModem(options, async (bench) => {
      const { call, slot } = bench
      const before = await call('position.read', { slot })
      try {
        if (nmea !== undefined) await call('position.port', { slot, path: nmea })
        const begun = await sentencesOf(bench, await begin(bench, before, options), options)
        if (!json) await print(stateText(begun, before.on, lang))
        await show(bench, begun, options)
        if (track) await writeTrack(bench, track, options)
      } finally {
        await leave(bench, before)
      }
    })
  },
})

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
async function show(bench: CommandBench, begun: PositionState, options: Options): Promise<void> {
  const { json, lang, forMs } = options
  const limitMs = forMs ?? usualMs
  const last = await follow(bench, {
    begun,
    limitMs,
    once: forMs === undefined,
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
  // Where it refused to be turned on there is nothing to undo; a port that is gone says so below.
  const now = await call('position.read', { slot }).catch(() => undefined)
  if (now?.on === false) return
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
  { path, format }: Track,
  { showPlaces }: Options,
): Promise<void> {
  const { text = '' } = await call('position.track', { slot, format, showPlaces })
  const { track } = await call('position.read', { slot, whole: false })
  await writeNew(`--track ${path}`, path, text)
  complain(trackSaid(path, track, showPlaces))
}

interface Track {
  readonly path: string
  readonly format: TrackFormat
}
function trackOf(path: string): Track {
  const [, ending] = /\.(gpx|geojson)$/i.exec(path) ?? []
  if (ending === undefined) throw new Fault('bad-input', noSuchTrack(path))
  return { path, format: ending.toLowerCase() === 'gpx' ? 'gpx' : 'geojson' }
}

function timeOf(text: string): number {
  const [, digits = '', unit = 's'] = /^(\d{1,5})(s|m|h)?$/.exec(text) ?? []
  const seconds = Number(digits) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h']
  if (digits !== '' && seconds >= 1 && seconds <= 86_400) return seconds * 1000
  throw new Fault('bad-input', noSuchTime(text))
}
