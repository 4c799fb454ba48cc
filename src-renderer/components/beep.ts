const tones = [880, 660] as const
const toneS = 0.16

let context: AudioContext | undefined

/** Two short tones. A browser sounds only once somebody has clicked in the page. */
export async function beep(): Promise<void> {
  context ??= new AudioContext()
  await context.resume()
  const { currentTime, destination } = context
  for (const [at, hertz] of tones.entries()) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    const begin = currentTime + at * toneS
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.2, begin)
    volume.gain.exponentialRampToValueAtTime(0.001, begin + toneS)
    tone.connect(volume).connect(destination)
    tone.start(begin)
    tone.stop(begin + toneS)
  }
}
