import { z } from 'zod'
import { framings, usualFraming } from '@core/ports/framing'
import { journalSettings, keepAllJournals } from './journals'

export const slotName = z.enum(['a', 'b'])
export const language = z.enum(['en', 'ja'])

/** What somebody may do: look; use the modems too; or also change what stays of the bench for everybody. */
export const roles = ['read', 'use', 'administer'] as const
export type Role = (typeof roles)[number]

/** The text of a port: a path, `tcp:host:port`, `sim:…`. */
export const portPath = z.string().min(1).max(512)

export const portOptions = z.object({
  baudRate: z.number().int().min(300).max(4_000_000).default(115200),
  rtscts: z.boolean().default(false),
  /** Data bits, parity and stop bits. A port without a line of its own (pty, tcp:, sim:, USB) goes without, and says so. */
  framing: z.enum(framings).default(usualFraming),
  dtr: z.boolean().default(true),
  rts: z.boolean().default(true),
  /** AT is sent once the port is open, and the modem is looked for in data mode and in the multiplexer. */
  askAt: z.boolean().default(false),
  /** A second AT port of the same modem, for AT while data runs on the first. */
  secondPort: portPath.optional(),
})

/**
 * What a modem gets after its prompt: octets in base64. Ctrl-Z (1A) is added where that ends them, unless `asIs`.
 */
export const payload = z.object({
  base64: z.base64().max(16_000_000),
  asIs: z.boolean().optional(),
})
export type Payload = z.output<typeof payload>

/** A pin of an adapter: its number or its name. */
const pin = z.union([z.number().int().min(0).max(4095), z.string().min(1).max(64)])

/** The text of a GPIO adapter: `gpiod`, `cp2112:SERIAL`, `sim:sim7672`. */
export const adapterName = z.string().max(512)

/** Which pin of the adapter each line of the board is on. */
export const wiring = z.strictObject({
  power: pin.optional(),
  reset: pin.optional(),
  status: pin.optional(),
  ri: pin.optional(),
  cut: pin.optional(),
})

/** The board of a slot as the settings keep it. */
export const boardChoice = z.object({
  board: z.string().min(1).max(64),
  adapter: adapterName,
  lines: wiring,
  /** A board of the person's own. */
  profile: z.unknown().optional(),
})
export type StoredBoard = z.output<typeof boardChoice>

/** No quotes, line breaks or other control characters: what may stand in an AT string parameter. */
export const quotable = (max: number) =>
  z
    .string()
    .max(max, `must have at most ${max} characters`)
    .regex(/^[^"\u0000-\u001f\u007f]*$/, 'must not hold quotes, line breaks or control characters')

/** What goes into an AT command as text (27.007 takes the characters of IRA); found out before anything is written. */
export const atText = (max: number) =>
  quotable(max).regex(/^[\u0000-\u007f]*$/, 'must be ASCII: a modem takes no other characters here')

const contextNumber = 'must be a whole number from 1 to 16'

export const connectTarget = z.object({
  apn: atText(100),
  user: atText(64).default(''),
  password: atText(64).default(''),
  auth: z.enum(['pap', 'chap', 'auto', 'none']).default('auto'),
  pdpType: z.enum(['IP', 'IPV6', 'IPV4V6']).default('IP'),
  cid: z
    .number(contextNumber)
    .int(contextNumber)
    .min(1, contextNumber)
    .max(16, contextNumber)
    .default(1),
  direct: z.boolean().default(false),
  pingHost: quotable(253).default(''),
  httpUrl: quotable(2048)
    .regex(/^(https?:\/\/[^/\s]+\S*)?$/i, 'must be an http:// or https:// address')
    .default(''),
  pin: z
    .string()
    .regex(/^\d{4,8}$/, 'a PIN has 4 to 8 digits')
    .optional(),
  cmux: z
    .union(
      [z.boolean(), z.enum(['auto', 'basic', 'advanced'])],
      'must be true, false, auto, basic or advanced',
    )
    .optional(),
})

const settingsShape = z.object({
  language: z.enum(['auto', 'en', 'ja']),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Hide IMEI, IMSI, ICCID, numbers and passwords on screen. */
  maskSecrets: z.boolean(),
  pollOn: z.boolean(),
  pollSeconds: z.number().int().min(1).max(3600),
  /** Ports that are opened in the window are asked AT at once. */
  askOnOpen: z.boolean(),
  showEcho: z.boolean(),
  timestamps: z.enum(['local', 'utc', 'elapsed', 'delta']),
  /** The port each slot had last, opened again on request. */
  lastPort: z.object({ a: z.string().optional(), b: z.string().optional() }),
  /** The device that was, whatever its port is called now. */
  lastDevice: z.object({ a: z.string().optional(), b: z.string().optional() }),
  /** The second AT port each slot had last, taken up again with its first one. */
  secondPort: z.object({ a: z.string().optional(), b: z.string().optional() }),
  slotBOpen: z.boolean(),
  /** The board of each slot; its adapter is opened at first use. */
  boards: z.object({ a: boardChoice.optional(), b: boardChoice.optional() }),
  /** Boards of the person's own, as profiles. */
  ownBoards: z.array(z.unknown()).max(100),
  /** The preset chosen last in each slot. */
  preset: z.object({ a: z.string().optional(), b: z.string().optional() }),
  journals: journalSettings,
  /** Where the desktop app looks for newer versions of itself: a folder with releases and latest*.yml; empty: nowhere. */
  updateFeed: z
    .string()
    .max(2048)
    .regex(
      /^(https:\/\/\S+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/\S*)?)?$/i,
      'must be an https:// address',
    ),
  /** The configuration of failover and soak as it was edited last, YAML. */
  failover: z.string().max(1_000_000),
})
export type Settings = z.output<typeof settingsShape>

export const defaultSettings: Settings = {
  language: 'auto',
  theme: 'auto',
  maskSecrets: true,
  pollOn: true,
  pollSeconds: 10,
  askOnOpen: true,
  showEcho: false,
  timestamps: 'local',
  lastPort: {},
  lastDevice: {},
  secondPort: {},
  slotBOpen: false,
  boards: {},
  ownBoards: [],
  preset: {},
  journals: keepAllJournals,
  updateFeed: '',
  failover: '',
}

/** Settings as they are stored; what is missing takes its default. */
export const settings = z.preprocess((value) => {
  const stored = { ...defaultSettings, ...(typeof value === 'object' ? value : {}) }
  const preset: unknown = stored.preset
  // Earlier versions kept one for both slots.
  return typeof preset === 'string' ? { ...stored, preset: { a: preset, b: preset } } : stored
}, settingsShape)
/** Some settings to change; the others stay. */
export const settingsChange = settingsShape.partial()
export type SettingsChange = z.output<typeof settingsChange>

export const preset = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(100),
  operator: z.string().max(100).default(''),
  country: z.string().max(2).default(''),
  apn: quotable(100),
  user: quotable(64).default(''),
  password: quotable(64).default(''),
  auth: z.enum(['pap', 'chap', 'auto', 'none']).default('auto'),
  pdpType: z.enum(['IP', 'IPV6', 'IPV4V6']).default('IP'),
  pingHost: quotable(253).default(''),
  httpUrl: quotable(2048).default(''),
  note: z.object({ en: z.string(), ja: z.string() }).optional(),
  own: z.boolean().default(false),
  /** How the IMSI or ICCID of its SIMs begins. */
  sims: z.array(z.string().regex(/^\d{5,8}$/)).optional(),
})
export type Preset = z.output<typeof preset>

export const rowFilter = z.object({
  slots: z.array(slotName).default(['a', 'b']),
  /** Plain text, or a regular expression between slashes: `/CEREG: .,5/`. */
  text: z.string().max(1000).default(''),
  kinds: z.array(z.string()).default([]),
  minSeverity: z.enum(['fine', 'notice', 'warning', 'failure']).default('fine'),
  /** Further searches that must hold too, or must not: `stat=3`, `command="AT+CSQ"`. */
  terms: z
    .array(z.object({ text: z.string().min(1).max(300), not: z.boolean().default(false) }))
    .max(20)
    .default([]),
})
export type RowFilter = z.output<typeof rowFilter>

export const exportFormat = z.enum(['text', 'markdown', 'html', 'csv', 'jsonl', 'raw'])
export type ExportFormat = z.output<typeof exportFormat>
