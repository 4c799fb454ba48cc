import { z } from 'zod'
import { durationMs } from '@core/duration'
import { parseCoapUrl } from '@core/ip/coap-url'
import { hostMistake } from '@core/ip/address'
import { echoTargetOf } from '@core/ip/echo-target'
import { keepAliveKinds } from '@core/ip/net-state'
import {
  defaultPolicy,
  failoverModes,
  healthKinds,
  ownHealthKinds,
  type HealthKind,
  type Policy,
} from '@core/failover/policy'
import type { SoakPlan } from '@core/soak/plan'
import { adapterName, connectTarget, portOptions, portPath, slotName, wiring } from './schema'

const expectedTime = 'expected a time such as 30s, 10m or 1h30m, or a number of seconds'

/** In the largest unit that needs no fraction: `0.1 s`, `1 min`, `720 h`. */
function wholeUnit(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`
}

/** `30s`, `10m`, `1h30m`, or seconds as a number; milliseconds inside. */
export const time = (leastMs: number, mostMs = 30 * 86_400_000) =>
  z.union([z.number(), z.string()], expectedTime).transform((value, context) => {
    const ms = typeof value === 'number' ? value * 1000 : durationMs(value.trim())
    if (ms !== undefined && Number.isFinite(ms) && ms >= leastMs && ms <= mostMs) return ms
    const range = `from ${wholeUnit(leastMs)} to ${wholeUnit(mostMs)}`
    context.issues.push({ code: 'custom', input: value, message: `${expectedTime}, ${range}` })
    return z.NEVER
  })
/** How a default is written in a file. */
const given = (ms: number) => ms / 1000

const { triggers, back, limits, retry } = defaultPolicy

/** Without the defaults: what is not given comes from the preset. */
const target = connectTarget.shape

/** What switches the modem of a slot; on the command line nobody else can say it. */
const slotBoard = z.strictObject({
  /** A board of the catalogue. */
  id: z.string().min(1).max(64),
  /** The GPIO adapter; absent: the first that suits the board. */
  adapter: adapterName.min(1).optional(),
  /** A pin set of the board. */
  pins: z.string().min(1).max(64).optional(),
  /** Lines that are wired otherwise: `power: 12`. */
  lines: wiring.prefault({}),
})

export const slotConfig = z.strictObject({
  port: portPath,
  /** What people call it: the operator, the SIM. */
  label: z.string().max(60).default(''),
  options: z.strictObject(portOptions.partial().shape).prefault({}),
  /** A preset by its id, or everything by hand; what is given here goes before the preset. */
  preset: z.string().max(64).optional(),
  connect: z
    .strictObject({
      apn: target.apn.optional(),
      user: target.user.unwrap().optional(),
      password: target.password.unwrap().optional(),
      auth: target.auth.unwrap().optional(),
      pdpType: target.pdpType.unwrap().optional(),
      cid: target.cid.unwrap().optional(),
      direct: target.direct.unwrap().optional(),
      pin: target.pin,
      cmux: target.cmux,
    })
    .prefault({}),
  board: slotBoard.optional(),
})

export const onOff = z.boolean('expected true or false')

/** Who makes the connection: this program, or (Linux) the operating system by NetworkManager. */
export const linkKinds = ['own', 'operating-system'] as const

/** Kinds of a check whose target is a host alone. */
const hostKinds: ReadonlySet<HealthKind> = new Set(['ping', 'dns'])
const hostExpected = 'must be a host name or an IP address, without blanks, http:// or a port'

/** What nobody set is the host that answers pings, which neither echoes UDP nor speaks CoAP. */
function isOwnServer({ kind, target }: { kind: HealthKind; target: string }): boolean {
  if (!ownHealthKinds.includes(kind)) return true
  if (target === triggers.health.target) return false
  return kind === 'coap' ? isCoapUrl(target) : echoTargetOf(target) !== undefined
}

function isCoapUrl(target: string): boolean {
  try {
    parseCoapUrl(target)
    return true
  } catch {
    return false
  }
}

const failoverParts = z.strictObject({
  mode: z.enum(failoverModes).default(defaultPolicy.mode),
  link: z.enum(linkKinds).default('own'),
  /** The slot that has the traffic whenever it can; absent: equal roles. */
  main: slotName.optional(),
  /** With equal roles, who begins. */
  first: slotName.default('a'),
  triggers: z
    .strictObject({
      linkLost: onOff.default(triggers.linkLost),
      portGone: onOff.default(triggers.portGone),
      registrationLost: z
        .strictObject({
          on: onOff.default(triggers.registrationLost.on),
          for: time(0).prefault(given(triggers.registrationLost.forMs)),
        })
        .prefault({}),
      health: z
        .strictObject({
          on: onOff.default(triggers.health.on),
          kind: z.enum(healthKinds).default(triggers.health.kind),
          target: z.string().trim().min(1).max(2048).default(triggers.health.target),
          every: time(1_000).prefault(given(triggers.health.everyMs)),
          timeout: time(100, 60_000).prefault(given(triggers.health.timeoutMs)),
          failures: z.number().int().min(1).max(100).default(triggers.health.failures),
          of: z.number().int().min(1).max(100).default(triggers.health.of),
        })
        .refine(({ failures, of }) => failures <= of, {
          path: ['failures'],
          message: 'must not be more than "of": so many failures among so many checks',
        })
        .refine(({ kind, target }) => kind !== 'http' || /^https?:\/\/[^/\s]+/i.test(target), {
          path: ['target'],
          message: 'must be an http:// or https:// address for the kind http',
        })
        .refine(({ kind, target }) => !hostKinds.has(kind) || hostMistake(target) === undefined, {
          path: ['target'],
          message: hostExpected,
        })
        .refine(isOwnServer, {
          path: ['target'],
          message:
            'must be a server of yours for the kinds udp-echo and coap: host, host:port or coap://host',
        })
        .prefault({}),
      signal: z
        .strictObject({
          on: onOff.default(triggers.signal.on),
          below: z.number().min(-150).max(-30).default(triggers.signal.belowDbm),
          for: time(0).prefault(given(triggers.signal.forMs)),
        })
        .prefault({}),
    })
    .prefault({}),
  back: z
    .strictObject({
      on: onOff.default(back.on),
      hold: time(1_000).prefault(given(back.holdMs)),
      longestHold: time(1_000).prefault(given(back.longestHoldMs)),
    })
    .prefault({}),
  limits: z
    .strictObject({
      perHour: z.number().int().min(1).max(1000).default(limits.perHour),
      flap: time(0).prefault(given(limits.flapMs)),
      stay: time(0).prefault(given(limits.stayMs)),
      bring: time(10_000).prefault(given(limits.bringMs)),
    })
    .prefault({}),
  retry: z
    .strictObject({
      first: time(1_000).prefault(given(retry.firstMs)),
      longest: time(1_000).prefault(given(retry.longestMs)),
      tries: z
        .union([z.number().int().min(1), z.literal('forever')], 'expected a number, or forever')
        .default(retry.tries),
    })
    .prefault({}),
  /** Something small now and then on both links, so that the network does not end a silent session. */
  keepAlive: z
    .strictObject({
      on: onOff.default(false),
      every: time(6_000, 86_400_000).prefault('15m'),
      kind: z.enum(keepAliveKinds).default('ping'),
      /** Empty: the name server that came with the address. */
      host: z
        .string()
        .trim()
        .max(253)
        .refine((host) => host === '' || hostMistake(host) === undefined, hostExpected)
        .default(''),
    })
    .prefault({}),
  /** A SOCKS5 proxy on loopback that follows the traffic; absent: none. */
  proxyPort: z.number().int().min(0).max(65_535).optional(),
})
const failoverConfig = failoverParts.refine(
  ({ link, triggers: { health } }) =>
    link === 'own' || !health.on || !ownHealthKinds.includes(health.kind),
  {
    path: ['triggers', 'health', 'kind'],
    message: 'must be ping, dns or http where the operating system makes the links',
  },
)

/** Planned faults of one soak run. */
export const mostFaults = 1000

const faultConfig = z.strictObject({
  at: time(0),
  every: time(1_000).optional(),
  slot: slotName,
  fault: z.string().min(1).max(60),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  note: z.string().max(300).optional(),
})

const soakConfig = z.strictObject({
  /** How long. */
  for: time(1_000),
  upload: z
    .strictObject({
      kind: z.enum(['get', 'post', 'ping']).default('get'),
      target: z.string().trim().min(1).max(2048),
      every: time(100).prefault(30),
      timeout: time(100, 600_000).prefault(20),
    })
    .refine(({ kind, target }) => kind === 'ping' || /^https?:\/\/[^/\s]+/i.test(target), {
      path: ['target'],
      message: 'must be an http:// or https:// address for the kinds get and post',
    }),
  sample: time(1_000).prefault(60),
  faults: z.array(faultConfig).max(mostFaults).default([]),
  stop: z
    .strictObject({ gap: time(1_000).optional(), switches: z.number().int().min(1).optional() })
    .prefault({}),
})

/** A failover, and a soak run on it, as one file. */
export const benchConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits and dashes')
    .default('failover'),
  slots: z.strictObject({ a: slotConfig, b: slotConfig }),
  failover: failoverConfig.prefault({}),
  soak: soakConfig.optional(),
  goal: z
    .strictObject({
      /** Percent of the time with service. */
      availability: z.number().min(0).max(100).default(99),
      longestGap: time(0).prefault(180),
    })
    .prefault({}),
})
export type BenchConfig = z.output<typeof benchConfig>
export type BenchConfigInput = z.input<typeof benchConfig>

/** The policy of a file, in the words of the machine. */
export function policyOf({ failover }: BenchConfig): Policy {
  const { triggers: on, back: home, limits: most, retry: again } = failover
  return {
    mode: failover.mode,
    roles:
      failover.main === undefined
        ? { kind: 'equal', first: failover.first }
        : { kind: 'main', main: failover.main },
    triggers: {
      linkLost: on.linkLost,
      portGone: on.portGone,
      registrationLost: { on: on.registrationLost.on, forMs: on.registrationLost.for },
      health: {
        on: on.health.on,
        kind: on.health.kind,
        target: on.health.target,
        everyMs: on.health.every,
        timeoutMs: on.health.timeout,
        failures: on.health.failures,
        of: on.health.of,
      },
      signal: { on: on.signal.on, belowDbm: on.signal.below, forMs: on.signal.for },
    },
    back: { on: home.on, holdMs: home.hold, longestHoldMs: home.longestHold },
    limits: {
      perHour: most.perHour,
      flapMs: most.flap,
      stayMs: most.stay,
      bringMs: most.bring,
    },
    retry: { firstMs: again.first, longestMs: again.longest, tries: again.tries },
  }
}

/** The plan of a run; undefined where the file has none. */
export function soakPlanOf({ name, soak, goal }: BenchConfig): SoakPlan | undefined {
  if (!soak) return undefined
  const { upload, stop } = soak
  return {
    name,
    durationMs: soak.for,
    upload: {
      kind: upload.kind,
      target: upload.target,
      everyMs: upload.every,
      timeoutMs: upload.timeout,
    },
    sampleMs: soak.sample,
    faults: soak.faults.map((fault) => ({
      atMs: fault.at,
      everyMs: fault.every ?? null,
      slot: fault.slot,
      fault: fault.fault,
      value: fault.value === undefined ? null : String(fault.value),
      note: fault.note ?? null,
    })),
    stop: { gapMs: stop.gap ?? null, switches: stop.switches ?? null },
    goal: { availabilityPct: goal.availability, longestGapMs: goal.longestGap },
  }
}
