/** What a modem must always understand, and what is about the line and the call: echo, hanging up, going back. */
export const leftToModem = /^(E[01]?|H0?|O0?)?$/i
