import type { AnyEvent, CallName, Macro, Reply, Snapshot } from '@contract'
import { dispatch, type Handlers } from '@contract'
import { faultRows } from '@core/fault'

/** What somebody who may only look can ask for: nothing that sends, changes, opens or stops anything. */
const looking: ReadonlySet<string> = new Set<CallName>([
  'app.snapshot',
  'ports.list',
  'commands.reference',
  'explain.command',
  'log.page',
  'log.find',
  'log.stop',
  'log.marks',
  'log.story',
  'log.compare',
  'log.export',
  'connect.report',
  'soak.report',
  'signal.history',
  'signal.marks',
  'failover.state',
  'soak.state',
  'soak.stored',
  'idle.state',
  'macros.list',
  'board.list',
  'simulator.list',
])

export const mayLook = (name: string): boolean => looking.has(name)

/** Carries out a call of somebody who may only look. */
export async function dispatchForReader(
  handlers: Handlers,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  if (typeof name !== 'string' || !mayLook(name)) return refused
  const reply = await dispatch(handlers, name, input)
  // The answer to this call is a snapshot, by the contract.
  if (name === 'app.snapshot' && reply.ok)
    return { ok: true, value: withoutLogins(reply.value as Snapshot) }
  if (name === 'macros.list' && reply.ok)
    return { ok: true, value: macrosOf(reply.value as readonly Macro[]) }
  return reply
}

const refused: Reply<unknown> = {
  ok: false,
  error: {
    code: 'read-only',
    detail: '',
    meaning: faultRows['read-only'].meaning,
    tries: faultRows['read-only'].tries,
  },
}

const withoutLogins = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  readOnly: true,
  presets: presetsOf(snapshot.presets),
  settings: settingsOf(snapshot.settings),
})
const presetsOf = (presets: Snapshot['presets']) =>
  presets.map((preset) => ({ ...preset, password: '' }))
/** A configuration of failover may hold logins. */
const settingsOf = (settings: Snapshot['settings']) => ({ ...settings, failover: '' })

/** PINs and logins stand in a person's own macros as in any other command. */
const macrosOf = (macros: readonly Macro[]) => macros.filter(({ own }) => !own)

/** The events as somebody who may only look gets them. */
export function eventsForReader(events: readonly AnyEvent[]): readonly AnyEvent[] {
  return events.map((event) => {
    if (event.name === 'presets') return { ...event, value: presetsOf(event.value) }
    if (event.name === 'macros') return { ...event, value: macrosOf(event.value) }
    if (event.name === 'settings') return { ...event, value: settingsOf(event.value) }
    return event
  })
}
