import type { AnyEvent, CallName, Macro, Reply, Role, Snapshot } from '@contract'
import { callError, calls, dispatch, may, type Handlers } from '@contract'
import { Fault, type FaultCode } from '@core/fault'
import { LoginMask } from './login-mask'

/** Carries out a call as far as the role reaches. */
export async function dispatchAs(
  role: Role,
  handlers: Handlers,
  name: unknown,
  input: unknown,
  mask: LoginMask,
): Promise<Reply<unknown>> {
  if (role === 'read') return dispatchForReader(handlers, name, input, mask)
  const known = typeof name === 'string' && Object.hasOwn(calls, name)
  // What is no call at all is told so, whoever asks.
  if (known && !may(role, name)) return refused('not-administrator')
  const reply = await dispatch(handlers, name, input)
  // A window keeps to itself what this role does not let it keep here.
  return reply.ok && name === 'app.snapshot' && role === 'use'
    ? { ok: true, value: { ...(reply.value as Snapshot), role } }
    : reply
}

/** The events as the role gets them. */
export const eventsAs = (
  role: Role,
  events: readonly AnyEvent[],
  mask: LoginMask,
): readonly AnyEvent[] => (role === 'read' ? eventsForReader(events, mask) : events)

/** Carries out a call of somebody who may only look. */
export async function dispatchForReader(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  mask = new LoginMask(),
): Promise<Reply<unknown>> {
  if (typeof name !== 'string' || !may('read', name)) return refused('read-only')
  const reply = await dispatch(handlers, name, written.has(name) ? masked(input) : input)
  return reply.ok
    ? { ok: true, value: mask.reply(name, answerOf(name, reply.value)) }
    : { ok: false, error: mask.error(reply.error) }
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

const refused = (code: FaultCode): Reply<unknown> => ({
  ok: false,
  error: callError(new Fault(code)),
})

const withoutLogins = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  readOnly: true,
  role: 'read',
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
