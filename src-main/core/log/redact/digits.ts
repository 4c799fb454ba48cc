/** The check of ITU-T E.118 and 3GPP TS 23.003: the last digit makes the sum a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const weighed = i % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** Reporting bodies that give out IMEIs (GSMA TS.06 and those of before 2004). */
const reportingBodies = new Set('01 10 30 33 35 44 45 49 50 51 52 53 54 86 91 98 99'.split(' '))

/** Whether digits begin as an IMEI does, whatever their check digit. */
export function isReported(digits: string): boolean {
  return reportingBodies.has(digits.slice(0, 2))
}

/** Fifteen digits that are an IMEI and hardly anything else: a known reporting body and a right check digit. */
export function isImei(digits: string): boolean {
  return /^\d{15}$/.test(digits) && isReported(digits) && passesLuhn(digits)
}

/** Nineteen or twenty digits of a SIM card: telecom industry (89) and a right check digit. */
export function isIccid(digits: string): boolean {
  if (!/^89\d{17,18}$/.test(digits)) return false
  return passesLuhn(digits) || (digits.length === 20 && passesLuhn(digits.slice(0, 19)))
}

/** Country codes of ITU-T E.212 by their hundreds: geographic ones, satellites and worldwide networks (901). */
export function startsWithCountry(digits: string): boolean {
  return /^([2-7]\d\d|90[0-2]|99[0-9]|00101)/.test(digits) && !digits.startsWith('999')
}

/** Swaps the nibbles of semi-octets (3GPP TS 23.040, 9.1.2.3; EF ICCID and EF IMSI alike); fill digits fall away. */
export function swapped(hex: string): string {
  return hex.replace(/(.)(.)/g, '$2$1').replace(/f+$/i, '')
}

/** A command to a card that only selects or reads (ETSI TS 102 221, 10.1.2): no PIN is in it. */
export function readsOnly(command: string): boolean {
  return /^[\da-f]{2}(?:a4|b0|b2|c0|f2)[\da-f]{4,}$/i.test(command)
}

const inGroups = new Set(['imei', 'imsi', 'eid', 'number'])

/** The value itself, as it is written elsewhere: without fill digits, and not in the order a card keeps it in. */
export function canonical(kind: string, value: string): string {
  if (inGroups.has(kind)) return value.replace(/[ -]/g, '')
  if (kind !== 'iccid') return value
  const inOrder = /^98[\da-f]{18}$/i.test(value) ? swapped(value) : value
  return inOrder.replace(/f+$/i, '').replace(/[ -]/g, '')
}
