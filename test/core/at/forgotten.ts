import { ruleOf } from '@core/at/timeouts'

/** What the engine keeps of commands that it split and looked up goes: of more than 512 all but the latest. */
export function forgetCommands(): void {
  for (let i = 0; i <= 512; i++) ruleOf(`AT+X${crypto.randomUUID()}`)
}
