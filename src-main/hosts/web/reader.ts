import type { AnyEvent, CallName, Macro, Reply, Snapshot } from '@contract'
import { dispatch, lookingCalls, type Handlers } from '@contract'
import { faultRows } from '@core/fault'
import { LoginMask } from './login-mask'

export const mayLook = (name: string): boolean => lookingCalls.has(name)

/** Carries out a call of somebody who may only look. */
export async function dispatchForReader(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  mask = new LoginMask(),
): Promise<Reply<unknown>> {
  if (typeof name !== 'string' || !mayLook(name)) return refused
  const reply = await dispatch(handlers, name, written.has(name) ? masked(input) : input)
  return reply.ok ? { ok: true, value: mask.reply(name, answerOf(name, reply.value)) } : reply
}

/** What leaves as a file or a story: nothing of it may be unmasked. */
const written: ReadonlySet<string> = new Set<CallName>([
  'log.story',
  'log.compare',
  'log.export',
  'log.piece',
  'connect.report',
  'soak.report',
])
const masked = (input: unknown): unknown =>
  typeof input === 'object' && input !== null ? { ...input, redact: true } : input

/** The answers to these calls are what the contract says. */
function answerOf(name: string, value: unknown): unknown {
  if (name === 'app.snapshot') return withoutLogins(value as Snapshot)
  if (name === 'macros.list') return macrosOf(value as readonly Macro[])
  return value
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
export function eventsForReader(events: readonly AnyEvent[], mask: LoginMask): readonly AnyEvent[] {
  return events.flatMap((event) => {
    if (event.name === 'presets') return { ...event, value: presetsOf(event.value) }
    if (event.name === 'macros') return { ...event, value: macrosOf(event.value) }
    const own = event.name === 'settings' ? { ...event, value: settingsOf(event.value) } : event
    return mask.event(own) ?? []
  })
}
