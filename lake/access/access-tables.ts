/**
 * Tables of the edge: who may ask, with which token, from which website, and what the Studio remembers for a user.
 * A removed user's row stays, because the history still names its author; tokens are kept as SHA-256 only.
 */
export const accessTables = `
  create table users (
    id text primary key,
    name text not null,
    email text,
    created_at text not null,
    removed_at text
  ) strict;
  create table tokens (
    id text primary key,
    user_id text not null references users (id),
    label text not null,
    hash text not null unique,
    created_at text not null,
    expires_at text,
    revoked_at text
  ) strict;
  create table origins (url text primary key, created_at text not null) strict;
  create table key_values (
    user_id text not null references users (id),
    key text not null,
    value text not null,
    primary key (user_id, key)
  ) strict;
`
