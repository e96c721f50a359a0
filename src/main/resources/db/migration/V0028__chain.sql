-- The chain: one link for each command and each stream it touched, over the facts of audit_entry. Streams are the cases,
-- and "@person" or "@" for what belongs to no case. The application only inserts and selects here, but for the counter.
create table audit_link (
    id bigint not null auto_increment,
    stream varchar(80) not null,
    seq bigint not null,
    -- canonical bytes, as they were hashed; docs/audit.md gives their form
    content mediumblob not null,
    -- SHA-256 over the previous link's hash and the content
    hash binary(32) not null,
    constraint audit_link_pk primary key (id),
    constraint audit_link_seq unique (stream, seq)
);

-- holds the place of a stream's next link while a command writes it; proves nothing by itself
create table audit_stream (
    stream varchar(80) not null,
    seq bigint not null,
    constraint audit_stream_pk primary key (stream)
);

-- facts recorded before this migration have no stream
alter table audit_entry add column stream varchar(80);
alter table audit_entry add column seq bigint;
alter table audit_entry add column number integer;
-- makes the fact's digest tell nothing about a fact that was erased with it
alter table audit_entry add column salt binary(16);
create unique index audit_entry_link on audit_entry (stream, seq, number);

-- the order in which links were sealed: the leaves of an RFC 9162 Merkle tree
create table audit_leaf (
    leaf bigint not null,
    link bigint not null,
    stream varchar(80) not null,
    seq bigint not null,
    hash binary(32) not null,
    constraint audit_leaf_pk primary key (leaf),
    constraint audit_leaf_link unique (link)
);

create table audit_checkpoint (
    size bigint not null,
    -- the roots of the complete subtrees, left to right: what the next checkpoint goes on from
    peaks varbinary(2048) not null,
    note varchar(2000) not null,
    constraint audit_checkpoint_pk primary key (size)
);

insert into shared_turn (name) values ('seal');
