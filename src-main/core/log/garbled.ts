const misplaced = /^AT[+*^%$#][A-Z][A-Z0-9_]*[{}|~[\]<>@#$^*'`()\x00-\x1f\x7f-\xff]/i

/** No command of V.250 (5.4.1) has such a character behind its name: it was another one before it was sent or recorded. */
export function isGarbled(command: string): boolean {
  return misplaced.test(command)
}
