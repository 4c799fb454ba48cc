import { decoder, type Decoder, type Definition, type Group } from '@core/at/decoder'
import { say, type Parameter, type ValueMeanings } from '@core/at/parameter'

type More = Partial<Omit<Definition, 'id' | 'title' | 'spec' | 'group'>>

/** What an action does begins with one of these; the sentence about the command as sent follows from it. */
const verbs = {
  adding: 'Adds',
  asking: 'Asks',
  binding: 'Binds',
  changing: 'Changes',
  clearing: 'Clears',
  closing: 'Closes',
  connecting: 'Connects',
  copying: 'Copies',
  deleting: 'Deletes',
  ending: 'Ends',
  getting: 'Gets',
  giving: 'Gives',
  leaving: 'Leaves',
  listening: 'Listens',
  loading: 'Loads',
  locking: 'Locks',
  looking: 'Looks',
  making: 'Makes',
  measuring: 'Measures',
  opening: 'Opens',
  preparing: 'Prepares',
  publishing: 'Publishes',
  putting: 'Puts',
  reading: 'Reads',
  receiving: 'Receives',
  releasing: 'Releases',
  renaming: 'Renames',
  resetting: 'Resets',
  restarting: 'Restarts',
  running: 'Runs',
  saving: 'Saves',
  scanning: 'Scans',
  searching: 'Searches',
  sending: 'Sends',
  starting: 'Starts',
  stopping: 'Stops',
  subscribing: 'Subscribes',
  switching: 'Switches',
  taking: 'Takes',
  updating: 'Updates',
  waiting: 'Waits',
  writing: 'Writes',
} as const

/** A phrase such as `closing a socket`. */
export type Doing = `${keyof typeof verbs} ${string}`

function doesWords(en: Doing, ja: string) {
  const space = en.indexOf(' ')
  const verb = en.slice(0, space)
  const [, done = verb] = Object.entries(verbs).find(([gerund]) => gerund === verb) ?? []
  return say(`${done}${en.slice(space)}.`, `${ja}${/[A-Za-z0-9]$/.test(ja) ? ' ' : ''}を行います。`)
}

/** The commands and lines of one manual: each is a row with its title in both languages and its parameters. */
export interface Family {
  /** A setting that can be set, read and asked for its values. */
  setting(id: string, en: string, ja: string, set?: readonly Parameter[], more?: More): Decoder
  /** A question that the bare command (or the set form, where it has parameters) asks. */
  question(id: string, en: string, ja: string, answer?: readonly Parameter[], more?: More): Decoder
  /** Something that is done; `answer` is what its result line carries, before or after OK. */
  action(id: string, en: Doing, ja: string, set?: readonly Parameter[], more?: More): Decoder
  /** An action whose true result is a line of its name that comes by itself after OK. */
  later(
    id: string,
    en: Doing,
    ja: string,
    set: readonly Parameter[],
    result: readonly Parameter[],
    more?: More,
  ): Decoder
  /** A line that comes unasked. */
  news(id: string, en: string, ja: string, parameters?: readonly Parameter[], more?: More): Decoder
}

export function family(manual: string, group: Group): Family {
  const make = (id: string, en: string, ja: string, more: More): Decoder =>
    decoder({ id, title: say(en, ja), spec: `${manual}, ${id}`, group, ...more })
  return {
    setting: (id, en, ja, parameters = [], more = {}) =>
      make(id, en, ja, { parameters, setAnswers: true, ...more }),
    question: (id, en, ja, parameters = [], more = {}) =>
      make(id, en, ja, {
        parameters,
        forms: more.set ? ['action', 'set', 'read', 'test'] : ['action', 'read', 'test'],
        asks: true,
        setAnswers: true,
        ...more,
      }),
    action: (id, en, ja, set = [], more = {}) =>
      make(id, en, ja, {
        set,
        does: doesWords(en, ja),
        forms: ['action', 'set', 'test'],
        setAnswers: true,
        ...more,
      }),
    later: (id, en, ja, set, parameters, more = {}) =>
      make(id, en, ja, {
        set,
        parameters,
        does: doesWords(en, ja),
        forms: ['action', 'set', 'read', 'test'],
        urc: true,
        ...more,
        ends: { second: resultLine(id), ...more.ends },
      }),
    news: (id, en, ja, parameters = [], more = {}) =>
      make(id, en, ja, { parameters, forms: [], urc: true, ...more }),
  }
}

function resultLine(id: string): RegExp {
  return new RegExp(`^${id.replace(/[$+^#%*!]/g, '\\$&')}:`)
}

/** `0` is success; the rest by the maker's table, in English and Japanese: `'1 network failure|網の障害'`. */
export function table(...rows: readonly string[]): ValueMeanings {
  return Object.fromEntries(
    rows.map((row) => {
      const [, number = '', en = '', ja = ''] = /^(\S+) ([^|]+)\|(.+)$/.exec(row) ?? []
      if (ja === '') throw new Error(`A row of a table must be "<value> <en>|<ja>": ${row}`)
      return [number, say(en, ja)]
    }),
  )
}
