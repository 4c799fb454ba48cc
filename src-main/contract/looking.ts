import type { CallName } from './contract'

/** What somebody who may only look can ask for: nothing that sends, changes, opens or stops anything. */
export const lookingCalls: ReadonlySet<string> = new Set<CallName>([
  'app.snapshot',
  'ports.list',
  'commands.reference',
  'explain.command',
  'log.page',
  'log.find',
  'log.count',
  'log.stop',
  'log.marks',
  'log.story',
  'log.compare',
  'log.export',
  'log.piece',
  'connect.report',
  'soak.report',
  'signal.history',
  'signal.marks',
  'figures.read',
  'alerts.list',
  'benches.read',
  'journals.state',
  'failover.state',
  'soak.state',
  'soak.stored',
  'test.state',
  'test.read',
  'test.examples',
  'test.picture',
  'test.batch',
  'idle.state',
  'macros.list',
  'board.list',
  'simulator.list',
  'soracom.state',
])

/** Calls that change nothing, whoever makes them: asked anew after a cut, as often as need be. */
export const repeatableCalls: ReadonlySet<string> = new Set<string>([
  ...lookingCalls,
  ...([
    'failover.read',
    'alerts.read',
    'failover.plan',
    'soak.matches',
    'soak.reports',
    'test.report',
  ] satisfies CallName[]),
])
