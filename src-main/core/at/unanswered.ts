import type { FaultCode } from '../fault'

/** How a command fails whose final result did not come in its time: nothing came, or what came had broken letters. */
export type Unanswered = 'at-timeout' | 'at-garbled'

/** Whether a fault says that no final result came: the modem may be silent, or not heard right. */
export const isUnanswered = (code: FaultCode | undefined): code is Unanswered =>
  code === 'at-timeout' || code === 'at-garbled'
