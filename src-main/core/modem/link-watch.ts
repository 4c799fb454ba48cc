import type { Clock } from '../ports/clock'
import type { LinkEvent, PppLink } from '../ppp/link'
import type { ModemLine } from './line'
import type { Emit, SessionView } from './session-view'
import type { UpLinkKeeper } from './up-link'

// How a modem says that the call is over and AT is read again.
const callIsOver = /NO CARRIER|DISCONNECTED/
const callOverMs = 5000

/** Whether a line of text is the modem's word that the call is over. */
export const saysCallIsOver = (text: string): boolean => callIsOver.test(text)

const isHangUp = (event: LinkEvent) => event.kind === 'down' && event.code === 'link-modem-hung-up'

interface Options {
  readonly session: SessionView
  readonly clock: Clock
  readonly upLink: UpLinkKeeper
  readonly emit: Emit
  /** The link is down, the modem says nothing: the way back has to be taken. */
  readonly onSilentEnd: () => void
}

/** Follows the links of a session: what comes up, what goes down, and whether AT is read again after it. */
export class LinkWatch {
  readonly #options: Options
  /** The link whose modem said that the call is over. */
  #saidOver: PppLink | undefined

  constructor(options: Options) {
    this.#options = options
  }

  follow(line: ModemLine, link: PppLink): void {
    link.on((event) => this.#onLink(line, link, event))
  }

  #onLink(line: ModemLine, link: PppLink, event: LinkEvent): void {
    const { session, upLink, emit } = this.#options
    if (event.kind === 'up') upLink.cameUp(link, event)
    if (event.kind === 'ip') upLink.now?.host.receive(event.packet)
    if (event.kind === 'down' && !session.leaving) upLink.drop()
    emit({ kind: 'link', event })
    if (session.leaving || line.link !== link) return
    if (event.kind === 'text' && saysCallIsOver(event.text)) this.#saidOver = link
    const over = this.#saidOver === link || isHangUp(event)
    // The modem's own word puts it back in command mode; without one the way back has to find out.
    if (over && link.phase === 'dead') line.leaveData()
    else if (event.kind === 'down') this.#findOutLater(line)
  }
  /** The link is down and the modem has said nothing: gives it time to, then has the way back taken. */
  #findOutLater(line: ModemLine): void {
    const { session, clock, onSilentEnd } = this.#options
    clock.schedule(callOverMs, () => {
      if (!session.open || session.leaving) return
      if (line.mode === 'data' && line.link?.phase === 'dead') onSilentEnd()
    })
  }
}
