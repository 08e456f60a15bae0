create table rate_window (
  stream           text             not null,
  model            text             not null,
  model_version    integer          not null,
  model_digest     text             not null,
  media            text             not null,
  window_seconds   bigint           not null,
  window_start     timestamptz      not null,
  records          bigint           not null,
  samples          bigint           not null,
  raw_bytes        bigint           not null,
  sample_bytes     bigint           not null,
  encoded_bytes    bigint           not null,
  blocks_ardm      bigint           not null,
  blocks_classic   bigint           not null,
  blocks_stored    bigint           not null,
  blocks_constant  bigint           not null,
  ideal_bits       double precision not null,
  modelled_bits    double precision not null,
  stage_bits       double precision[] not null,
  encode_millis    double precision not null,
  fallback_records bigint           not null,
  verify_failures  bigint           not null,
  primary key (window_seconds, window_start, stream, model_digest, media)
);
comment on table rate_window is
  'Sums over windows of event time. Each record is counted once per window_seconds (60, 3600, 86400): always choose one.';
comment on column rate_window.model is 'Name of the likelihood model; empty: none coded a block.';
