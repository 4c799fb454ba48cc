import { z } from 'zod'
import type { FailoverState } from '@core/failover/failover-state'
import type { Policy } from '@core/failover/policy'
import type { IdleMeasurement } from '@core/failover/idle'
import type { SoakPlan } from '@core/soak/plan'
import type { SoakState } from '@core/soak/soak-state'
import type { Words } from '@core/words'
import type { ExportedFile } from './exported-file'
import { call } from './call'
import type { BenchConfig } from './failover-config'
import { language, slotName } from './schema'

/** A mistake in a configuration, and where it is; lines and columns count from 1, 0 where nobody can tell. */
export interface ConfigMistake {
  readonly line: number
  readonly column: number
  /** `failover.triggers.health.failures`. */
  readonly place: string
  readonly words: Words
}
export interface ReadConfig {
  /** Null when there are mistakes. */
  readonly config: BenchConfig | null
  readonly mistakes: readonly ConfigMistake[]
  /** What the file says, as it says it, mistakes and all; null when it is no YAML. */
  readonly values: unknown
}
/** A configuration with some of its settings changed. */
export interface WrittenConfig extends ReadConfig {
  readonly text: string
}

/** What a configuration comes to, with all defaults. */
export interface FailoverPlan {
  readonly ports: { readonly a: string; readonly b: string }
  readonly policy: Policy
  /** Null: no run on it. */
  readonly soak: SoakPlan | null
  readonly goal: BenchConfig['goal']
  /** What would be asked of NetworkManager, where the operating system makes the links; DEVICE and UUID are known when it is done. */
  readonly commands: readonly string[]
}

/** The run that was started last, as it is kept on disk. */
export interface StoredSoak {
  readonly id: string
  readonly name: string
  /** It came to its end, or was stopped; false: it can be resumed, or goes on now. */
  readonly ended: boolean
  readonly startedMs: number
  readonly endsMs: number
  /** Its last row. */
  readonly lastMs: number
}

const nothing = z.undefined()
const ofSlot = z.object({ slot: slotName })
const withConfig = z.object({
  /** YAML or JSON, as in a file; every mistake is named by its line. */
  text: z.string().max(1_000_000),
})

/** Two slots, one line kept up; and the night that proves it. */
export const failoverCalls = {
  /** Reads a configuration and starts nothing. */
  'failover.read': call<ReadConfig>()(withConfig),
  /** What the configuration comes to; starts nothing. Rejects with bad-input, naming every mistake. */
  'failover.plan': call<FailoverPlan>()(withConfig),
  /** Sets or (without a value) takes away settings in the text; comments and everything else stay. */
  'failover.write': call<WrittenConfig>()(
    withConfig.extend({
      changes: z
        .array(
          z.object({
            path: z.array(z.union([z.string(), z.number().int().min(0)])).min(1),
            value: z.unknown(),
          }),
        )
        .max(500),
    }),
  ),
  /** Opens the ports, connects, and keeps the line up. Rejects with bad-input, naming every mistake. */
  'failover.start': call<FailoverState>()(withConfig),
  /** Traffic stops following; links stay as they are. */
  'failover.stop': call<void>()(nothing),
  /** Moves the traffic by hand. */
  'failover.switch': call<void>()(z.object({ to: slotName })),
  /** The failover as it is now; null: none was started. */
  'failover.state': call<FailoverState | null>()(nothing),

  /** Starts a failover and a run on it; the configuration needs a `soak`. */
  'soak.start': call<SoakState>()(withConfig),
  /** Goes on with a run that the program's end interrupted; null: there is none. */
  'soak.resume': call<SoakState | null>()(nothing),
  /** Null: there never was a run. */
  'soak.stored': call<StoredSoak | null>()(nothing),
  /** Whether the run that goes on or can be resumed was started with this text. Rejects with keyring-closed where nobody can tell. */
  'soak.matches': call<boolean>()(withConfig),
  /** Ends the run and keeps what it has measured. */
  'soak.stop': call<void>()(nothing),
  /** The run as it is now; null: none was started. */
  'soak.state': call<SoakState | null>()(nothing),
  /** Of the run that goes on, else of the one that was started last. */
  'soak.report': call<ExportedFile>()(
    z.object({
      /** `log`: the page with the log, which the others point into. */
      format: z.enum(['html', 'markdown', 'csv', 'log']),
      language,
      /** With links into the log's page. */
      linked: z.boolean().default(true),
    }),
  ),
  /** All of it, with links into the page with the log. */
  'soak.reports': call<readonly ExportedFile[]>()(z.object({ language })),

  /**
   * Measures how long the network lets the slot's link be silent. Its keep-alive is off meanwhile; the slot's `idle` tells
   * how it goes. Rejects with net-not-connected, or idle-busy while a failover has the slot.
   */
  'idle.start': call<IdleMeasurement>()(
    z.object({
      slot: slotName,
      /** Waits so long for the network to hang up. */
      upToMinutes: z.number().min(0.1).max(1440).default(90),
      /** Who is asked at the end whether the link still carries anything; empty: the name server of the link. */
      probe: z.string().trim().max(253).default(''),
    }),
  ),
  /** Ends the measurement; the link stays. */
  'idle.stop': call<void>()(
    ofSlot.extend({
      /** Who or what stops it; a person where it is not said. */
      seen: z.string().min(1).max(100).optional(),
    }),
  ),
  /** The measurement that runs, or the last one; null: none yet. */
  'idle.state': call<IdleMeasurement | null>()(ofSlot),
} as const
