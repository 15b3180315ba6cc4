import {isLakeDocument, type LakeDocument} from './lake-document.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Where the long attributes of a document come from when somebody looks at one. */
interface Rest {
  readonly long: ReadonlySet<string>
  /** The whole document; read once */
  readonly load: () => LakeDocument
}

const rests = new WeakMap<object, Rest>()

/**
 * Makes a document of which only the head was read. It has all its attributes, in their order; the long ones are read when they are first looked at. Who asks for headlines never parses a
 * body, and whoever looks at the body finds it.
 *
 * @param head - Has something in the place of each long attribute
 */
export function buildHeadDocument(head: LakeDocument, rest: Rest): LakeDocument {
  return assemble(head, {}, rest)
}

/** The document with other attributes added or in the place of its own; what is not read yet stays so. */
export function withAttributes(document: LakeDocument, others: Attributes): LakeDocument {
  const rest = rests.get(document)
  return rest ? assemble(document, others, rest) : {...document, ...others}
}

/** All of a stored document, whatever was added to it: the same object for all who read it, as long as it is kept. */
export function wholeDocument(document: LakeDocument): LakeDocument {
  return rests.get(document)?.load() ?? document
}

function assemble(document: LakeDocument, others: Attributes, rest: Rest): LakeDocument {
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(document)) {
    if (rest.long.has(name)) Object.defineProperty(copy, name, accessorOf(name))
    else copy[name] = document[name]
  }
  for (const name of Object.keys(others)) copy[name] = others[name]
  rests.set(copy, rest)
  if (isLakeDocument(copy)) return copy
  throw new TypeError('Cannot read stored document: "_id" or "_type" is missing in its head')
}

/** One for all documents: objects with the same attributes then have the same shape. */
function accessorOf(name: string): PropertyDescriptor {
  const known = accessors.get(name)
  if (known) return known
  const accessor = {
    enumerable: true,
    get(this: object) {
      return rests.get(this)?.load()[name]
    },
  }
  accessors.set(name, accessor)
  return accessor
}

const accessors = new Map<string, PropertyDescriptor>()
