import { z } from 'zod'
import type {
  SoracomAccount,
  SoracomCapture,
  SoracomPing,
  SoracomPortMapping,
  SoracomSeen,
} from '@core/soracom/platform'
import { coverages } from '@core/soracom/platform'
import type { NapterFacts } from '@core/soracom/napter'
import type { ToolAnswer } from '@core/ip/tools/tool-answer'
import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** What is known of SORACOM's side, without anything that opens the account. */
export interface SoracomState {
  /** Null: nobody is signed in. */
  readonly account: SoracomAccount | null
  /** Somebody is signed in, or the environment of the program names who is to be. */
  readonly ready: boolean
  /** Where a login would be kept: sealed by the system's keyring, or in a file of its owner alone. */
  readonly keeps: 'keyring' | 'file'
  readonly slots: { readonly [slot in SlotName]: SoracomSeen }
}

const secret = z.string().min(1).max(300)
const coverage = z.enum(coverages)

/** What opens an account; `keep`: also after the next start. */
export const soracomLogin = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('key'),
    coverage,
    authKeyId: secret,
    authKey: secret,
    keep: z.boolean().default(false),
  }),
  z.object({
    way: z.literal('user'),
    coverage,
    operatorId: secret,
    userName: secret,
    password: secret,
    keep: z.boolean().default(false),
  }),
  z.object({
    way: z.literal('cli'),
    coverage,
    /** A profile of the `soracom` command. */
    profile: z.string().regex(/^[\w.-]{1,100}$/, 'must be the name of a profile'),
    keep: z.boolean().default(false),
  }),
])

/** The SIM of a slot; or, without a modem, one by its ICCID (18 to 20 digits) or IMSI (15 digits). */
const ofSim = z.object({
  slot: slotName,
  sim: z
    .string()
    .regex(/^(?:\d{15}|\d{18,20})$/, 'must be an ICCID (18 to 20 digits) or an IMSI (15 digits)')
    .optional(),
})

export const soracomCalls = {
  /** What is known of SORACOM's side of both slots. Asks nothing. */
  'soracom.state': call<SoracomState>()(z.undefined()),
  /** Signs in to SORACOM's platform. The account is the bench's: one for both slots. */
  'soracom.signIn': call<SoracomAccount>()(soracomLogin),
  /** Forgets the account, also where it is kept. */
  'soracom.signOut': call<void>()(z.undefined()),
  /** Asks the platform of the SIM: its status, its session, what happened to it in the last 24 hours, its traffic of the last two. */
  'soracom.look': call<SoracomSeen>()(ofSim),
  /** Asks again every 20 s, and notes what happened in the log, until it is turned off or the account may not. */
  'soracom.watch': call<SoracomSeen>()(z.object({ slot: slotName, on: z.boolean() })),
  /**
   * What the platform adds to the verdict of a connection that failed; null: nothing that is known. Takes up to some 20 s, since an event is told
   * some seconds after it happened.
   */
  'soracom.verdict': call<Words | null>()(z.object({ slot: slotName })),
  /** Ends the SIM’s session on the platform; most modems lose their connection by that. */
  'soracom.deleteSession': call<SoracomSeen>()(ofSim),
  /** Pings the device from the platform: its answer is in words of SORACOM's. */
  'soracom.ping': call<SoracomPing>()(
    ofSim.extend({
      count: z.number().int().min(1).max(10).default(3),
      timeoutS: z.number().int().min(1).max(5).default(3),
    }),
  ),
  /** The ports of the device that are reached from outside now (Napter). */
  'soracom.portMappings': call<readonly SoracomPortMapping[]>()(ofSim),
  /**
   * Has Napter map a port to a listener of the bench's own IP host behind the modem, connects to it from the bench's computer, and takes the mapping
   * back. Wants the slot to be connected, and an account that may make and delete port mappings.
   */
  'soracom.napter': call<ToolAnswer<NapterFacts>>()(
    ofSim.extend({
      /** Where the listener is; absent: a port of its own choice. */
      devicePort: z.number().int().min(1).max(65_535).optional(),
    }),
  ),
  /** The captures of packets by the platform, newest first as it lists them. */
  'soracom.captures': call<readonly SoracomCapture[]>()(ofSim),
  /** Starts one; it costs what SORACOM Peek costs. */
  'soracom.capture': call<SoracomCapture>()(
    ofSim.extend({ seconds: z.number().int().min(30).max(86_400) }),
  ),
} as const
