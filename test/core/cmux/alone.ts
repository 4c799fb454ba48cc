import { fromHex, hexOf } from '@core/bytes'
import { encodeFrame } from '@core/cmux/frame'
import { CmuxSession, type CmuxEnd } from '@core/cmux/session'
import { ManualClock, settle } from '../../support/manual-clock'

export const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

/** Our session against octets a modem sent; what we send is kept as hex, one string a write. */
export function alone(options: { timers?: Record<string, number>; maxInfo?: number } = {}) {
  const clock = new ManualClock()
  const sent: string[] = []
  const notes: string[] = []
  const ends: CmuxEnd[] = []
  const session = new CmuxSession({
    role: 'initiator',
    clock,
    write: async (bytes) => void sent.push(hexOf(bytes)),
    note: ({ words }) => notes.push(words.en),
    ...options,
  })
  session.onEnd((end) => ends.push(end))
  const say = async (hex: string) => {
    session.feed(octets(hex))
    await settle()
  }
  return { clock, sent, notes, ends, session, say }
}

/** As `alone`, with DLCI 0 open, and then channels: UA and the answer to our MSC come at once. */
export async function running(dlcis: number[] = []) {
  const all = alone()
  const started = all.session.start()
  await all.clock.advance(300)
  await all.say('F9037301D7F9')
  await started
  const channels = []
  for (const dlci of dlcis) {
    const opening = all.session.openChannel(dlci)
    await settle()
    all.session.feed(encodeFrame({ dlci, cr: 1, control: 'UA', pf: 1 }))
    channels.push(await opening)
    await settle()
    const answer = Uint8Array.of(0xe1, 0x05, (dlci << 2) | 3, 0x0d)
    all.session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: answer }))
    await settle()
  }
  all.sent.splice(0)
  return { ...all, channels }
}
