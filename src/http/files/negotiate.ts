import type { FastifyRequest } from 'fastify';
import { shortened } from '../../api/ids.js';
import { NotFoundError } from '../../domain/errors.js';
import type { Format } from '../../exchange/export/formats.js';

const mediaType = ({ contentType }: Format): string => contentType.split(';')[0] as string;

/** The format that the end of an address names. Throws `NotFoundError` that lists what there is. */
export function formatNamed<F extends Format>(formats: readonly F[], extension: string): F {
  const found = formats.find((format) => format.extension === extension);
  if (found !== undefined) return found;
  throw new NotFoundError(
    `there is no file ".${shortened(extension)}" of this. There are ${formats.map((format) => `.${format.extension}`).join(', ')}.`,
  );
}

/** The format that a client likes best, by its Accept header; null when it takes none of them. */
export function formatAccepted<F extends Format>(request: FastifyRequest, formats: readonly F[]): F | null {
  const accepted = request.accepts().type(formats.map(mediaType));
  return formats.find((format) => mediaType(format) === accepted) ?? null;
}

/** What a client is told that takes none of the formats. */
export function notAcceptable(formats: readonly Format[]): string {
  return `none of these is accepted: ${formats.map((format) => `${mediaType(format)} (.${format.extension})`).join(', ')}`;
}
