import { Fault } from '@contract'

const enter = /[\r\n]/
const endOfInput = '\x04'
const interrupt = '\x03'
const backspace = /[\x7f\b]/

/** Asks a person on the terminal; what is typed is not shown. Rejects with `Fault('command-cancelled')` at Ctrl-C. */
export function hiddenLine(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  // Who is asked may type at once: from here on the terminal shows nothing.
  stdin.setRawMode(true)
  stderr.write(prompt)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = () => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const take = (text: string) => {
      for (const letter of text) {
        if (letter === interrupt) {
          end()
          return reject(new Fault('command-cancelled'))
        }
        if (enter.test(letter) || letter === endOfInput) {
          end()
          return resolve(typed)
        }
        typed = backspace.test(letter) ? typed.slice(0, -1) : typed + letter
      }
    }
    stdin.on('data', take)
  })
}
