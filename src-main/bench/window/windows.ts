import type { EventName, Events } from '@contract'

/** What is told whole each time: of several at once the last value wins. */
export type Whole = Exclude<EventName, 'rows' | 'bytes' | 'patch' | 'signal' | 'marks'>

/** The windows as a part of the bench sees them: it tells them something, and hears nothing. */
export interface Windows {
  send<N extends Whole>(name: N, value: Events[N]): void
}
