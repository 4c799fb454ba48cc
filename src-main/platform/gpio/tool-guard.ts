/** A word of a command line for sh, whatever is in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
const line = (command: string, args: readonly string[]): string =>
  [command, ...args].map(quoted).join(' ')

/**
 * A script for sh that runs a program which holds a line, and outlives whoever started it. A word on standard input ends the
 * program, and so does the end of standard input, which means that the parent has died. However it ends, `release` is run, as a
 * kernel may keep the level of a line that nobody holds any more; only the word `leave` says that the next holder is about to
 * take the line as it is. A program that failed has held nothing, and nothing is released.
 *
 * It says the number of the program's process first. Its exit code is the program's.
 */
export function guardScript(
  command: string,
  args: readonly string[],
  release: readonly string[],
): string {
  const letGo = line(command, release)
  return [
    // Ctrl-C and the end of a service are for the parent, which then says what is to be done.
    "trap '' HUP INT QUIT TERM",
    'exec 3<&0 </dev/null',
    `${line(command, args)} 3<&- & held=$!`,
    'echo $held',
    `{ read -r told <&3; kill -9 $held; [ "$told" = leave ] || ${letGo}; } 2>/dev/null & watch=$!`,
    'wait $held; code=$?',
    `[ $code -ne 0 ] || ${letGo}`,
    // 137 is the kill above, whose release may still be under way.
    '[ $code -eq 137 ] || kill -9 $watch 2>/dev/null',
    'wait $watch 2>/dev/null',
    'exit $code',
  ].join('\n')
}
