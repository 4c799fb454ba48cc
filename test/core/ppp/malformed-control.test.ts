import { decodePppStream } from '@core/ppp/frames'
import { expect, test } from 'vitest'

const octets = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16))

test('names code and identifier of a control packet whose length is wrong', () => {
  const { frames } = decodePppStream([
    octets('7eff7d2380217d22217d20307d237d267d2a7d277d267d2588c77e'),
  ])
  expect(frames).toHaveLength(1)
  expect(frames[0]).toMatchObject({ protocol: '8021', code: 2, codeName: 'ConfAck', id: 33 })
  expect(frames[0]?.error).toContain('the length field says 48')
})
