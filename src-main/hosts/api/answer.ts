import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, problemOf, type Problem, type Wrong } from './problem'

/** What is wrong, in the language of who asks, in the one shape of all faults (RFC 9457). */
export const fail = (request: FastifyRequest, reply: FastifyReply, wrong: Wrong) =>
  sendProblem(reply, problemOf(wrong, languageOf(request.headers['accept-language'])))

export const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))

/** A token is asked for: 401 says by which scheme (RFC 9110, 11.6.1). */
export const asksForToken = (reply: FastifyReply) =>
  reply.header('WWW-Authenticate', 'Bearer realm="modem-bench"')
