import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SessionView } from '../model/api.ts'
import type { Person, Post } from '../model/event.ts'
import type { Recipient } from '../share/label.ts'
import type { PictureStore } from './picture-store.ts'
import type { RoomPort } from './room-port.ts'

/**
 * Who a request speaks for. Until sign-in comes, a session is given to requests from this machine alone, for the one person that the command
 * line named. The cookie proves itself by a key of the process, so that nothing is kept per session.
 */
export type Session = { readonly id: string; readonly person: Person; readonly post: Post; readonly recipient: Recipient }

export interface Sessions {
  /** A new session's id and the cookie that carries it. */
  begin(): { readonly id: string; readonly setCookie: string }
  /** Id of the session that a request's Cookie header proves. */
  read(cookieHeader: string | undefined): string | undefined
}

const COOKIE = 'marsad_session'

export function createSessions(): Sessions {
  const key = randomBytes(32)
  const mac = (id: string) => createHmac('sha256', key).update(id).digest('base64url')
  return {
    begin() {
      const id = randomBytes(16).toString('base64url')
      return { id, setCookie: `${COOKIE}=${id}.${mac(id)}; Path=/; HttpOnly; SameSite=Strict` }
    },
    read(header) {
      for (const part of header?.split(';') ?? []) {
        const [name, value = ''] = part.trim().split('=', 2)
        if (name !== COOKIE) continue
        const [id = '', proof = ''] = value.split('.', 2)
        const expected = Buffer.from(mac(id))
        const given = Buffer.from(proof)
        if (given.length === expected.length && timingSafeEqual(given, expected)) return id
      }
      return undefined
    },
  }
}

/** The person's session as the registry has them now; undefined while the event is not loaded or knows no such person. */
export function sessionOf(picture: PictureStore, id: string, personId: string): Session | undefined {
  const registry = picture.get('registry', 'registry')
  const person = registry?.persons.find((each) => each.id === personId)
  const post = registry?.posts.find((each) => each.id === person?.post)
  return person && post && { id, person, post, recipient: { person: person.id, nation: person.nation, tasks: post.tasks } }
}

export function toSessionView({ person, post }: Session, mode: RoomPort['mode']): SessionView {
  return {
    person: person.id,
    name: person.name,
    post: post.id,
    postName: post.name,
    nation: person.nation,
    demo: mode === 'demo',
    replay: mode === 'replay',
    tasks: [...post.tasks],
  }
}

/** The officer whose chair a visitor of the demo takes: of the host's people the one whose post may do most, the first of equals. */
export function demoOfficer(event: {
  readonly header: { readonly host: string }
  readonly persons: readonly Person[]
  readonly posts: readonly Post[]
}): string | undefined {
  const tasks = (person: Person) => event.posts.find((each) => each.id === person.post)?.tasks.length ?? 0
  const host = event.persons.filter((each) => each.nation === event.header.host)
  return host.reduce<Person | undefined>((best, each) => (best === undefined || tasks(each) > tasks(best) ? each : best), undefined)?.id
}
