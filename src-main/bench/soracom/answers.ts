import { z } from 'zod'
import { Fault } from '@core/fault'
import { jsonOf } from '@bench/settings/kept-file'
import { quoted } from '@core/words'

/**
 * What is read of SORACOM's answers. Its description calls no field required, so that each may be missing, and null stands for
 * missing in real answers; what is of another kind than it says is refused, not guessed at.
 */
const text = z.string().nullish()
const number = z.number().nullish()
const yes = z.boolean().nullish()

const cell = z.object({ radioType: text }).nullish()

/** `SessionStatus` */
const sessionStatus = z.object({
  online: yes,
  ueIpAddress: text,
  imei: text,
  imsi: text,
  subscription: text,
  cell,
})

/** `SimProfile` */
const profile = z.object({
  iccid: text,
  primaryImsi: text,
  subscribers: z.record(z.string(), z.unknown()).nullish(),
})

/** `Sim` */
export const simAnswer = z.object({
  simId: z.string(),
  status: text,
  groupId: text,
  speedClass: text,
  tags: z.record(z.string(), z.string()).nullish(),
  imeiLock: z.object({ imei: text }).nullish(),
  sessionStatus: sessionStatus.nullish(),
  profiles: z.record(z.string(), profile).nullish(),
})
export type SimAnswer = z.output<typeof simAnswer>

/** `SessionEvent` */
export const eventAnswer = z.object({
  event: text,
  time: number,
  apn: text,
  ueIpAddress: text,
  cell,
})
export type EventAnswer = z.output<typeof eventAnswer>

/** `DataTrafficStats` */
const traffic = z.object({ uploadByteSizeTotal: number, downloadByteSizeTotal: number })
/** `AirStatsResponse` */
export const airStatsAnswer = z.object({
  unixtime: number,
  dataTrafficStatsMap: z.record(z.string(), traffic).nullish(),
})

/** `AuthResponse` */
export const authAnswer = z.object({
  apiKey: z.string(),
  token: z.string(),
  operatorId: text,
  userName: text,
})

/** `DownlinkPingResponse` */
export const pingAnswer = z.object({ success: yes, rtt: text, stat: text })

/** `PortMapping` */
export const portMappingAnswer = z.object({
  endpoint: text,
  hostname: text,
  ipAddress: text,
  port: number,
  duration: number,
  tlsRequired: yes,
  destination: z.object({ port: number }).nullish(),
  source: z.object({ ipRanges: z.array(z.string()).nullish() }).nullish(),
})

/** `PacketCaptureSession` */
export const captureAnswer = z.object({
  sessionId: text,
  status: text,
  duration: number,
  failedReason: text,
  url: text,
})

/** `Group` */
export const groupAnswer = z.object({ tags: z.record(z.string(), z.string()).nullish() })

/** `APICallErrorMessage` */
export const errorAnswer = z.object({ code: text, message: text })

/** An answer as its description has it; the fault names the place that is otherwise, never a value. */
export function read<T>(shape: z.ZodType<T>, body: string): T {
  const found = shape.safeParse(jsonOf(body))
  if (found.success) return found.data
  const [issue] = found.error.issues
  const place = (issue?.path ?? []).map(String).join('.')
  throw new Fault('soracom-odd-answer', quoted(place === '' ? 'JSON' : place))
}
