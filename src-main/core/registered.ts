/**
 * Whether a `<stat>` of +CREG, +CGREG, +CEREG or +C5GREG says that the network gives this modem its full service: home (1) or
 * roaming (5). 3GPP TS 27.007, 7.2 and 10.1.20 to 10.1.22: 6 and 7 are for SMS only, 8 for emergency calls only.
 */
export const isRegistered = (stat: number): boolean => stat === 1 || stat === 5
