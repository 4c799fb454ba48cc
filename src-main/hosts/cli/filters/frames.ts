import { Command } from 'commander'
import { z } from 'zod'
import { fromHex } from '@core/bytes'
import { decodeCmuxStream } from '@core/cmux/frames'
import { decodePppStream } from '@core/ppp/frames'
import { filterLines } from './filter'

const hex = z.string().transform((text, context) => {
  const bytes = fromHex(text)
  if (bytes) return bytes
  context.addIssue({ code: 'custom', message: 'expected hex, two digits an octet' })
  return z.NEVER
})

const input = z
  .object({
    id: z.unknown().optional(),
    kind: z.enum(['ppp', 'cmux']),
    hex: hex.optional(),
    chunks: z.array(hex).optional(),
    rxAccm: z
      .string()
      .regex(/^[0-9a-f]{8}$/i, 'expected eight hex digits')
      .optional(),
  })
  .refine((value) => (value.hex === undefined) !== (value.chunks === undefined), {
    message: 'expected either "hex" or "chunks"',
  })

export function framesCommand(): Command {
  return new Command('frames')
    .description(
      'Filter: PPP or CMUX octets as JSON lines in, their frames and words as JSON lines out',
    )
    .addHelpText(
      'after',
      '\nIn:  {"id":1,"kind":"cmux","hex":"f9033f011cf9"}\nOut: {"id":1,"frames":[{"dlci":0,"control":"SABM",…}],"rejected":0,"text":[],"words":[…]}',
    )
    .action(() =>
      filterLines(input, ({ id, kind, hex: whole, chunks, rxAccm }) => {
        const parts = whole ? [whole] : (chunks ?? [])
        const decoded =
          kind === 'cmux'
            ? decodeCmuxStream(parts)
            : decodePppStream(parts, rxAccm === undefined ? {} : { rxAccm: parseInt(rxAccm, 16) })
        return { id: id ?? null, ...decoded }
      }),
    )
}
