import { version } from '../version'
import { describedEvents, namedTypes } from './described'

/** The events of the contract as AsyncAPI 3.0 (asyncapi.com/docs/reference/specification/v3.0.0). */
export function asyncApi(): object {
  const events = describedEvents()
  const messages = Object.fromEntries(
    events.map(({ name, comment, value }) => [
      name,
      { name, summary: comment, contentType: 'application/json', payload: value },
    ]),
  )
  const channelMessages = Object.fromEntries(
    events.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }]),
  )
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Modem Bench',
      version,
      description:
        'What happens on the bench, as server-sent events: the field event is the name of the message, data its payload, id the number to come back with (Last-Event-ID). An event named missed says that some before it are not kept: ask app.snapshot anew.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels: {
      events: {
        address: '/api/events',
        description: 'GET with a bearer token. names=rows,patch gives those alone.',
        messages: channelMessages,
      },
    },
    operations: {
      read: {
        action: 'receive',
        channel: { $ref: '#/channels/events' },
        security: [{ $ref: '#/components/securitySchemes/bearer' }],
      },
    },
    components: {
      messages,
      schemas: namedTypes(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}
