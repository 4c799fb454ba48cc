import { Command } from 'commander'
import { z } from 'zod'
import { decodeExchange } from '@catalog/decoders/exchange'
import { filterLines } from './filter'

const input = z.object({
  id: z.unknown().optional(),
  command: z.string().nullable().default(null),
  response: z.string(),
  charset: z.enum(['UCS2', 'GSM', 'IRA']).optional(),
})

export function decodeCommand(): Command {
  return new Command('decode')
    .description('Filter: AT exchanges as JSON lines in, their facts and words as JSON lines out')
    .addHelpText(
      'after',
      '\nIn:  {"id":1,"command":"AT+CEREG?","response":"+CEREG: 0,5\\r\\n\\r\\nOK\\r\\n"}\nOut: {"id":1,"echo":null,"result":"OK","answer":{"n":0,"stat":5},…,"words":{"en":"…","ja":"…"}}',
    )
    .action(() =>
      filterLines(input, ({ charset, ...exchange }) =>
        decodeExchange({ ...exchange, ...(charset ? { charset } : {}) }),
      ),
    )
}
