/** The option negotiation automaton of RFC 1661 section 4, as a table. */
export const states = [
  'initial',
  'starting',
  'closed',
  'stopped',
  'closing',
  'stopping',
  'req-sent',
  'ack-rcvd',
  'ack-sent',
  'opened',
] as const
export type State = (typeof states)[number]

/**
 * `+` and `-` of the RFC: a timeout with tries left or without, a request we can or cannot accept,
 * a reject that is harmless or fatal. `rxr` is Echo, Discard and their like.
 */
export type Event =
  | 'up'
  | 'down'
  | 'open'
  | 'close'
  | 'timeout+'
  | 'timeout-'
  | 'rcr+'
  | 'rcr-'
  | 'rca'
  | 'rcn'
  | 'rtr'
  | 'rta'
  | 'ruc'
  | 'rxj+'
  | 'rxj-'
  | 'rxr'

/**
 * Layer up/down (tlu, tld), started/finished (tls, tlf), load or zero the restart counter (irc, zrc), send
 * Configure-Request (scr), -Ack (sca), -Nak or -Reject (scn), Terminate-Request/-Ack (str, sta), Code-Reject (scj), Echo-Reply (ser).
 */
export type Action =
  | 'tlu'
  | 'tld'
  | 'tls'
  | 'tlf'
  | 'irc'
  | 'zrc'
  | 'scr'
  | 'sca'
  | 'scn'
  | 'str'
  | 'sta'
  | 'scj'
  | 'ser'

export interface Transition {
  readonly actions: readonly Action[]
  readonly next: State
}

// RFC 1661 4.1; a cell is `actions/next state`, `-` cannot happen.
const rows: Readonly<Record<Event, string>> = {
  up: '2 irc,scr/6 - - - - - - - -',
  down: '- - 0 tls/1 0 1 1 1 1 tld/1',
  open: 'tls/1 1 irc,scr/6 3 5 5 6 7 8 9',
  close: '0 tlf/0 2 2 4 4 irc,str/4 irc,str/4 irc,str/4 tld,irc,str/4',
  'timeout+': '- - - - str/4 str/5 scr/6 scr/6 scr/8 -',
  'timeout-': '- - - - tlf/2 tlf/3 tlf/3 tlf/3 tlf/3 -',
  'rcr+': '- - sta/2 irc,scr,sca/8 4 5 sca/8 sca,tlu/9 sca/8 tld,scr,sca/8',
  'rcr-': '- - sta/2 irc,scr,scn/6 4 5 scn/6 scn/7 scn/6 tld,scr,scn/6',
  rca: '- - sta/2 sta/3 4 5 irc/7 scr/6 irc,tlu/9 tld,scr/6',
  rcn: '- - sta/2 sta/3 4 5 irc,scr/6 scr/6 irc,scr/8 tld,scr/6',
  rtr: '- - sta/2 sta/3 sta/4 sta/5 sta/6 sta/6 sta/6 tld,zrc,sta/5',
  rta: '- - 2 3 tlf/2 tlf/3 6 6 8 tld,scr/6',
  ruc: '- - scj/2 scj/3 scj/4 scj/5 scj/6 scj/7 scj/8 scj/9',
  'rxj+': '- - 2 3 4 5 6 6 8 9',
  'rxj-': '- - tlf/2 tlf/3 tlf/2 tlf/3 tlf/3 tlf/3 tlf/3 tld,irc,str/5',
  rxr: '- - 2 3 4 5 6 7 8 ser/9',
}

function cell(text: string): Transition | undefined {
  if (text === '-') return undefined
  const slash = text.indexOf('/')
  const next = states[Number(text.slice(slash + 1))]
  if (!next) return undefined
  return { actions: slash < 0 ? [] : (text.slice(0, slash).split(',') as Action[]), next }
}

const table = new Map(
  Object.entries(rows).map(([event, row]) => [
    event as Event,
    new Map(row.split(' ').map((text, i) => [states[i] ?? 'initial', cell(text)])),
  ]),
)

/** What to do and where to go. Undefined where the event cannot happen: it is then ignored. */
export function transition(state: State, event: Event): Transition | undefined {
  return table.get(event)?.get(state)
}

/** Whether the restart timer runs in this state. */
export function isWaiting(state: State): boolean {
  return ['closing', 'stopping', 'req-sent', 'ack-rcvd', 'ack-sent'].includes(state)
}
