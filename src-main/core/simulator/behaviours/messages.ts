import { cms } from '../answer'
import type { Run } from '../behaviour'

/** Refuses while the card is out or locked, in the words of the message commands (27.005, 3.2.5). */
export function withMessages(run: Run): Run {
  return (asked) => {
    if (asked.modem.cardBusy) return cms(314)
    switch (asked.modem.card.state) {
      case 'ready':
        return run(asked)
      case 'absent':
        return cms(310)
      case 'pin':
        return cms(311)
      case 'puk':
        return cms(316)
      case 'blocked':
        return cms(313)
    }
  }
}
