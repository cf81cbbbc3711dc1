import { MongoServerError } from 'mongodb';

/** Somebody was first: a unique index said so. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11_000;
}
