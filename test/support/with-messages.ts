/** Simulated modems of each firmware that takes messages: a program for SMS is tried with them. */
export const withMessages = [
  ...['sim5320', 'sim7600', 'sim7672', 'sim7070'],
  ...['ec25', 'bg95', 'rm520n', 'sara-r4', 'lara-r6', 'le910'],
] as const
